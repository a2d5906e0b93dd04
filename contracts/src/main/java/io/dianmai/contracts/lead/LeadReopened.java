package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;

/**
 * A lead that was lost is open again. That it was lost stays in the books.
 */
@EventType("dianmai.lead.reopened.v1")
public record LeadReopened(LeadDimensions dimensions, ReopenReason reason) implements LeadEvent {}
