package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;

/**
 * 并档: another lead of the same customer was merged into this one.
 *
 * @param fromLeadId the lead that is closed
 */
@EventType("dianmai.lead.absorbed.v1")
public record LeadAbsorbed(LeadDimensions dimensions, String fromLeadId) implements LeadEvent {}
