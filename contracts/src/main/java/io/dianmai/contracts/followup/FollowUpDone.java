package io.dianmai.contracts.followup;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.lead.LeadDimensions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An effective contact closed the task.
 *
 * @param businessMinutes business minutes of the store's calendar from the task's start to the contact
 * @param wasOverdue it had been marked overdue
 * @param overdueUnder the dimensions under which it was marked overdue; absent if it was not
 * @param result what came of the contact
 * @param step as scheduled
 */
@EventType("dianmai.followup.done.v1")
public record FollowUpDone(
        LeadDimensions dimensions,
        String taskId,
        TaskPurpose purpose,
        Instant dueAt,
        boolean onTime,
        boolean wasOverdue,
        @Nullable LeadDimensions overdueUnder,
        long businessMinutes,
        @Nullable ContactResult result,
        @Nullable Integer step)
        implements FollowUpEvent {
    /** Without what came of it. */
    public FollowUpDone(
            LeadDimensions dimensions,
            String taskId,
            TaskPurpose purpose,
            Instant dueAt,
            boolean onTime,
            boolean wasOverdue,
            @Nullable LeadDimensions overdueUnder,
            long businessMinutes) {
        this(dimensions, taskId, purpose, dueAt, onTime, wasOverdue, overdueUnder, businessMinutes, null, null);
    }
}
