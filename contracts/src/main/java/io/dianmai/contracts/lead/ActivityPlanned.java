package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;

/**
 * An activity was planned, or its plan was changed: all of it as it stands now.
 *
 * @param activityId as leads name it in their dimensions
 */
@EventType("dianmai.activity.planned.v1")
public record ActivityPlanned(String activityId, ActivityPlan plan) implements ActivityEvent {}
