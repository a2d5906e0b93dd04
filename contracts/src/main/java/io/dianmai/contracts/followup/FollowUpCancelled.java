package io.dianmai.contracts.followup;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.lead.LeadDimensions;
import org.jspecify.annotations.Nullable;

/**
 * The task is no longer needed.
 *
 * @param wasOverdue it had been marked overdue
 * @param overdueUnder the dimensions under which it was marked overdue; absent if it was not
 */
@EventType("dianmai.followup.cancelled.v1")
public record FollowUpCancelled(
        LeadDimensions dimensions,
        String taskId,
        TaskPurpose purpose,
        CancelReason reason,
        boolean wasOverdue,
        @Nullable LeadDimensions overdueUnder)
        implements FollowUpEvent {}
