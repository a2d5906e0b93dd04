package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.TaskPurpose;
import java.time.Instant;

/**
 * 跟进任务: a contact that must be made.
 *
 * @param startedAt since when the customer waits: registration, or the contact before
 * @param overdue it was told that {@code dueAt} lapsed
 */
public record FollowUpTask(String taskId, TaskPurpose purpose, Instant startedAt, Instant dueAt, boolean overdue) {
    FollowUpTask dueAt(Instant moved) {
        return new FollowUpTask(taskId, purpose, startedAt, moved, false);
    }

    FollowUpTask markedOverdue(boolean marked) {
        return new FollowUpTask(taskId, purpose, startedAt, dueAt, marked);
    }

    /**
     * Whether a contact at that time can be the one that was waited for. Facts come late: one from before the task does
     * not do it, except that a customer may well be spoken to before anybody puts the lead on file.
     */
    boolean answeredBy(Instant contactedAt) {
        return purpose == TaskPurpose.FIRST_RESPONSE || !contactedAt.isBefore(startedAt);
    }
}
