package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * The A card (意向客户卡) says something else; all of it as it stands now.
 *
 * @param customer absent strings are not known
 * @param consent absent while nobody has asked
 */
@EventType("dianmai.lead.card-updated.v1")
public record LeadCardUpdated(
        LeadDimensions dimensions,
        CustomerClass customerClass,
        MaskedCustomer customer,
        Interest interest,
        @Nullable Consent consent)
        implements LeadEvent {}
