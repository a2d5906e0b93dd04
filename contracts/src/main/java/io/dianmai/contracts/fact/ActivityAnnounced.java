package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.lead.ActivityPlan;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A market activity (市场活动) was planned, or its plan was changed.
 *
 * @param activityId the store system's own id of it, as leads name it
 */
@EventType("dianmai.fact.activity-announced.v1")
public record ActivityAnnounced(@NotBlank @Size(max = 100) String activityId, ActivityPlan plan) implements StoreFact {}
