package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;

/**
 * 机会评分.
 *
 * @param score 0 to 100
 * @param threshold below it, marketing nurtures the lead instead of an advisor
 * @param nurture whether it is below
 */
@EventType("dianmai.lead.scored.v1")
public record LeadScored(LeadDimensions dimensions, int score, int threshold, boolean nurture) implements LeadEvent {}
