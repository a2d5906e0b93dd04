package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * 来店/电登记: a party came or called. Its subject is the visit, not a lead.
 *
 * @param partySize people in the party
 * @param retained whether it left contact data (留档)
 * @param leadId the lead it belongs to, if any
 * @param customer what it left, masked
 * @param repeat 再次来店: whether it has been here before; absent when nobody knows
 */
@EventType("dianmai.lead.visit-logged.v1")
public record VisitLogged(
        LeadDimensions dimensions,
        VisitKind kind,
        int partySize,
        boolean retained,
        @Nullable String leadId,
        @Nullable MaskedCustomer customer,
        @Nullable Boolean repeat)
        implements LeadEvent {
    /** A party of which nothing more is known. */
    public VisitLogged(
            LeadDimensions dimensions, VisitKind kind, int partySize, boolean retained, @Nullable String leadId) {
        this(dimensions, kind, partySize, retained, leadId, null, null);
    }
}
