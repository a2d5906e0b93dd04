package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;

/**
 * 并档: the lead turned out to be another one's customer. It is closed; its history stays under its own id and is shown with the other's.
 *
 * @param intoLeadId the lead that goes on
 */
@EventType("dianmai.lead.merged.v1")
public record LeadMerged(LeadDimensions dimensions, String intoLeadId) implements LeadEvent {}
