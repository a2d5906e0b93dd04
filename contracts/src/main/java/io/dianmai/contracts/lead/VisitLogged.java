package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * 来店/电登记: a party came or called. Its subject is the visit, not a lead.
 *
 * @param partySize people in the party
 * @param retained whether it left contact data (留档)
 * @param leadId the lead it belongs to, if any
 */
@EventType("dianmai.lead.visit-logged.v1")
public record VisitLogged(
        LeadDimensions dimensions,
        VisitKind kind,
        int partySize,
        boolean retained,
        @Nullable String leadId) implements LeadEvent {}
