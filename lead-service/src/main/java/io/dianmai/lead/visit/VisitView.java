package io.dianmai.lead.visit;

import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.kit.aggregate.Stored;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of the visit log as it is shown. */
record VisitView(
        String id,
        String storeId,
        VisitKind kind,
        Instant visitedAt,
        int partySize,
        boolean retained,
        @Nullable String leadId,
        @Nullable String model,
        @Nullable String advisorId,
        @Nullable String teamId,
        @Nullable String customerName,
        @Nullable String phone,
        @Nullable Boolean repeat) {

    static VisitView of(Stored<Visit> stored) {
        Visit visit = stored.state();
        MaskedCustomer customer = visit.customer();
        return new VisitView(
                stored.id(),
                stored.storeId(),
                visit.kind(),
                visit.visitedAt(),
                visit.partySize(),
                visit.retained(),
                visit.leadId(),
                visit.dimensions().model(),
                visit.dimensions().advisorId(),
                visit.dimensions().teamId(),
                customer == null ? null : customer.name(),
                customer == null ? null : customer.phone(),
                visit.repeat());
    }
}
