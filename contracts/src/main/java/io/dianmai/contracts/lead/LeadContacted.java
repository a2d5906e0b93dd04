package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;

/**
 * The first effective contact (有效跟进) with the customer.
 */
@EventType("dianmai.lead.contacted.v1")
public record LeadContacted(LeadDimensions dimensions) implements LeadEvent {}
