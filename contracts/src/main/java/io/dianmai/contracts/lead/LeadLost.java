package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * 战败.
 *
 * @param competitorModel what was bought instead
 * @param reviewerId staff id of the manager who agreed; absent when a store system or a manager said so at once
 */
@EventType("dianmai.lead.lost.v1")
public record LeadLost(
        LeadDimensions dimensions,
        LossReason reason,
        @Nullable String competitorModel,
        @Nullable String reviewerId) implements LeadEvent {
    /** Without a review. */
    public LeadLost(LeadDimensions dimensions, LossReason reason, @Nullable String competitorModel) {
        this(dimensions, reason, competitorModel, null);
    }
}
