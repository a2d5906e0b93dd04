package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.CancelReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why and when a plan ended.
 *
 * @param task of a lost lead, what was waited for until then: a contact of before, told after it, still did it. Absent
 *     once it is done, and where no other task took its place
 */
public record Closing(
        CancelReason reason, Instant at, @Nullable FollowUpTask task) {
    Closing(CancelReason reason, Instant at) {
        this(reason, at, null);
    }

    /** What a contact at that time did, if it was told late. */
    @Nullable
    FollowUpTask taskDoneAt(Instant contactedAt) {
        return task != null && task.answeredBy(contactedAt) && !contactedAt.isAfter(at) ? task : null;
    }

    /** The same, once that task is done. */
    Closing without(String taskId) {
        return task != null && task.taskId().equals(taskId) ? new Closing(reason, at) : this;
    }
}
