package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * 战败.
 *
 * @param competitorModel what was bought instead
 */
@EventType("dianmai.lead.lost.v1")
public record LeadLost(
        LeadDimensions dimensions,
        LossReason reason,
        @Nullable String competitorModel) implements LeadEvent {}
