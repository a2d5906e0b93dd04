package io.dianmai.contracts.followup;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.lead.LeadDimensions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact must be made by {@code dueAt}.
 *
 * @param taskId UUIDv7 of the task, the same in all later events about it
 * @param step 五步跟进: 1 to 5; absent where the task is none of these
 * @param medium how the customer is best contacted; absent for any
 */
@EventType("dianmai.followup.scheduled.v1")
public record FollowUpScheduled(
        LeadDimensions dimensions,
        String taskId,
        TaskPurpose purpose,
        Instant dueAt,
        @Nullable Integer step,
        @Nullable ContactMedium medium)
        implements FollowUpEvent {
    /** A task that is no step. */
    public FollowUpScheduled(LeadDimensions dimensions, String taskId, TaskPurpose purpose, Instant dueAt) {
        this(dimensions, taskId, purpose, dueAt, null, null);
    }
}
