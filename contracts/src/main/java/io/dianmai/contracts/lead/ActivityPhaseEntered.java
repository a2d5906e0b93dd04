package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;

/**
 * The activity is in another phase.
 */
@EventType("dianmai.activity.phase-entered.v1")
public record ActivityPhaseEntered(String activityId, ActivityPhase phase) implements ActivityEvent {}
