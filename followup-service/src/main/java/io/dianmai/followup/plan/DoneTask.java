package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.TaskPurpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task that an effective contact closed.
 *
 * @param onTime at {@code dueAt} or before
 * @param businessMinutes open minutes of the store from the task's start to the contact
 * @param step 五步跟进; absent where it was none of the five
 */
public record DoneTask(
        String taskId,
        TaskPurpose purpose,
        Instant dueAt,
        Instant doneAt,
        boolean onTime,
        @Nullable Long businessMinutes,
        @Nullable ContactResult result,
        @Nullable Integer step) {

    static DoneTask of(FollowUpDone event, Instant at) {
        return new DoneTask(
                event.taskId(),
                event.purpose(),
                event.dueAt(),
                at,
                event.onTime(),
                event.businessMinutes(),
                event.result(),
                event.step());
    }
}
