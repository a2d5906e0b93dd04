package io.dianmai.contracts.followup;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.lead.LeadDimensions;

/**
 * The task is no longer needed.
 *
 * @param wasOverdue it had been marked overdue
 */
@EventType("dianmai.followup.cancelled.v1")
public record FollowUpCancelled(
        LeadDimensions dimensions, String taskId, TaskPurpose purpose, CancelReason reason, boolean wasOverdue)
        implements FollowUpEvent {}
