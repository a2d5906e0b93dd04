package io.dianmai.gateway.audit;

import io.dianmai.contracts.audit.AuditRecorded;
import io.dianmai.contracts.audit.AuditRecorded.Actor;
import io.dianmai.contracts.audit.AuditRecorded.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is shown.
 *
 * @param object what it was done to
 * @param chain its place among the kept ones
 */
record AuditView(
        String id,
        Instant at,
        String service,
        String kind,
        Actor actor,
        Target object,
        @Nullable String storeId,
        @Nullable String address,
        Outcome outcome,
        @Nullable String traceId,
        @Nullable String detail,
        Link chain) {

    record Target(String type, @Nullable String id) {}

    static AuditView of(KeptEntry kept) {
        AuditRecorded entry = kept.entry();
        return new AuditView(
                entry.entryId(),
                entry.at(),
                entry.service(),
                entry.kind(),
                entry.actor(),
                new Target(entry.objectType(), entry.objectId()),
                entry.storeId(),
                entry.address(),
                entry.outcome(),
                entry.traceId(),
                entry.detail(),
                kept.link());
    }
}
