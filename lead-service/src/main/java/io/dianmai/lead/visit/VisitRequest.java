package io.dianmai.lead.visit;

import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.contracts.lead.VisitKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Body of a request that logs a visit.
 *
 * @param leadId a lead of the same store, which must exist; without one the phone finds it
 * @param repeat whether the party has been here before; found out where it is left out
 */
record VisitRequest(
        @NotBlank @Size(max = 100) String storeId,
        @NotNull VisitKind kind,
        @Min(1) @Max(100) int partySize,
        boolean retained,
        @Nullable @Size(max = 100) String leadId,
        @Nullable @Size(max = 100) String advisorId,
        @Nullable @Size(max = 100) String model,
        @Nullable @Size(max = 100) String customerName,
        @Nullable @Size(max = 40) String phone,
        @Nullable Boolean repeat,
        @Nullable Instant time) {

    VisitEntry entry(MaskedCustomer customer) {
        return new VisitEntry(kind, partySize, retained, leadId, advisorId, model, customer, repeat);
    }
}
