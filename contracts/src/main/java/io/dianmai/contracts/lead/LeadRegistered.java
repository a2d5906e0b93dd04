package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A lead was put on file (留档).
 *
 * @param reference the store system's own id of the lead, if it came from one
 * @param interest what the customer wants, as far as it was told
 */
@EventType("dianmai.lead.registered.v1")
public record LeadRegistered(
        LeadDimensions dimensions,
        CustomerClass customerClass,
        MaskedCustomer customer,
        @Nullable String reference,
        @Nullable Interest interest)
        implements LeadEvent {
    /** A registration that tells nothing of what the customer wants. */
    public LeadRegistered(
            LeadDimensions dimensions,
            CustomerClass customerClass,
            MaskedCustomer customer,
            @Nullable String reference) {
        this(dimensions, customerClass, customer, reference, null);
    }
}
