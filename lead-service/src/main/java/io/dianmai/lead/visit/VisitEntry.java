package io.dianmai.lead.visit;

import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.contracts.lead.VisitKind;
import org.jspecify.annotations.Nullable;

/**
 * An entry for the visit log.
 *
 * @param partySize people in the party
 * @param retained whether it left contact data (留档)
 * @param leadId the lead it belongs to, if any; a lead may be registered after its first visit
 * @param advisorId who received the party
 * @param model what it came for
 * @param customer what it left, masked
 * @param repeat whether it has been here before, where somebody says so
 */
public record VisitEntry(
        VisitKind kind,
        int partySize,
        boolean retained,
        @Nullable String leadId,
        @Nullable String advisorId,
        @Nullable String model,
        MaskedCustomer customer,
        @Nullable Boolean repeat) {
    private static final MaskedCustomer NOBODY = new MaskedCustomer(null, null, null);

    public VisitEntry {
        // Who left a phone has left contact data, whatever the tick says.
        retained = retained || customer.phoneHash() != null;
    }

    /** A party that left nothing. */
    public VisitEntry(
            VisitKind kind,
            int partySize,
            boolean retained,
            @Nullable String leadId,
            @Nullable String advisorId,
            @Nullable String model) {
        this(kind, partySize, retained, leadId, advisorId, model, NOBODY, null);
    }

    /** What an event shows of the customer; absent of a party that left nothing. */
    @Nullable
    MaskedCustomer shown() {
        return customer.equals(NOBODY) ? null : customer;
    }
}
