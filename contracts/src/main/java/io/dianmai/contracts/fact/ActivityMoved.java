package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.lead.ActivityPhase;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A market activity is in another phase.
 */
@EventType("dianmai.fact.activity-moved.v1")
public record ActivityMoved(@NotBlank @Size(max = 100) String activityId, ActivityPhase phase) implements StoreFact {}
