package io.dianmai.kit.audit;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.audit.AuditRecorded;
import io.dianmai.kit.observe.TraceContext;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Puts entries into the outbox, with what is known of the request under way. */
final class StoredAuditTrail implements AuditTrail {
    private final AuditOutbox outbox;
    private final TraceContext traces;
    private final Clock clock;
    private final String service;
    private final boolean behindGateway;

    StoredAuditTrail(
            AuditOutbox outbox, TraceContext traces, Clock clock, String service, AuditSettings settings) {
        this.outbox = outbox;
        this.traces = traces;
        this.clock = clock;
        this.service = service;
        this.behindGateway = settings.behindGateway();
    }

    @Override
    public void say(AuditEntry entry) {
        outbox.add(recorded(entry));
    }

    /** Stores that something is about to be done; {@link #end} says what became of it. */
    AuditRecorded begin(AuditEntry entry) {
        AuditRecorded begun = recorded(entry);
        outbox.begin(begun);
        return begun;
    }

    /** Says how it ended, for the entry that was begun. */
    void end(AuditRecorded begun, AuditEntry ended) {
        outbox.end(new AuditRecorded(
                begun.entryId(),
                begun.at(),
                begun.service(),
                begun.kind(),
                begun.actor(),
                begun.objectType(),
                ended.objectId(),
                ended.storeId(),
                begun.address(),
                ended.outcome(),
                begun.traceId(),
                ended.detail()));
    }

    private AuditRecorded recorded(AuditEntry entry) {
        return new AuditRecorded(
                AggregateIds.next(),
                clock.instant(),
                service,
                entry.kind(),
                entry.actor(),
                entry.objectType(),
                entry.objectId(),
                entry.storeId(),
                address(),
                entry.outcome(),
                traceId(),
                entry.detail());
    }

    private @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? ClientAddress.of(attributes.getRequest(), behindGateway)
                : null;
    }

    /** The second of the four parts of a {@code traceparent}. */
    private @Nullable String traceId() {
        String parent = traces.currentTraceParent();
        String[] parts = parent == null ? new String[0] : parent.split("-", -1);
        return parts.length == 4 ? parts[1] : null;
    }
}
