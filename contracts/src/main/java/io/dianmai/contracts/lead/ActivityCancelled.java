package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;

/**
 * The activity will not be. What it has cost stays in the books.
 */
@EventType("dianmai.activity.cancelled.v1")
public record ActivityCancelled(String activityId) implements ActivityEvent {}
