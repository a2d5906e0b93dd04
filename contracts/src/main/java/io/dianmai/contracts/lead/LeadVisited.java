package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;

/**
 * The customer came to the store.
 *
 * @param visitNumber 1 for the first visit of this lead
 */
@EventType("dianmai.lead.visited.v1")
public record LeadVisited(LeadDimensions dimensions, int visitNumber) implements LeadEvent {}
