package io.dianmai.gateway.ingest;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.gateway.ingest.RecentEvents.Fingerprint;
import org.jspecify.annotations.Nullable;

/** An incoming event after its check. */
sealed interface CheckedEvent {
    /**
     * Fit to be kept: what is personal in it is sealed.
     *
     * @param content of what was sent, before sealing: the same again has the same
     */
    record Good(EventAttributes attributes, Fingerprint content, Envelope<StoreFact> fact) implements CheckedEvent {}

    /** Not fit to be kept. */
    record Bad(@Nullable String id, Rejection rejection) implements CheckedEvent {}
}
