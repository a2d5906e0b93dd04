package io.dianmai.followup.web;

import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.Level;
import io.dianmai.followup.plan.Closing;
import io.dianmai.followup.plan.DoneTask;
import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.followup.plan.FollowUpTask;
import io.dianmai.followup.plan.LoggedContact;
import io.dianmai.kit.aggregate.Stored;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up plan as the API shows it.
 *
 * @param openTask the contact that is waited for, unless the plan is closed
 * @param lastDone the contact that was last waited for and made
 * @param contacts newest first; only where one plan is shown
 */
record FollowUpView(
        String leadId,
        String storeId,
        @Nullable String advisorId,
        @Nullable String teamId,
        Channel channel,
        @Nullable String model,
        @Nullable Level level,
        @Nullable OpenTask openTask,
        @Nullable DoneTask lastDone,
        @Nullable CancelReason closedBecause,
        @Nullable Instant closedAt,
        @Nullable List<LoggedContact> contacts) {

    /**
     * A contact that is waited for.
     *
     * @param overdue its time has lapsed
     */
    record OpenTask(String taskId, TaskPurpose purpose, Instant startedAt, Instant dueAt, boolean overdue) {
        static OpenTask of(FollowUpTask task, Instant now) {
            return new OpenTask(
                    task.taskId(),
                    task.purpose(),
                    task.startedAt(),
                    task.dueAt(),
                    task.dueAt().isBefore(now));
        }
    }

    static FollowUpView inList(Stored<FollowUpPlan> stored, Instant now) {
        return of(stored, now, null);
    }

    static FollowUpView whole(Stored<FollowUpPlan> stored, Instant now) {
        return of(stored, now, stored.state().contacts().reversed());
    }

    private static FollowUpView of(Stored<FollowUpPlan> stored, Instant now, @Nullable List<LoggedContact> contacts) {
        FollowUpPlan plan = stored.state();
        LeadDimensions lead = plan.dimensions();
        Closing closing = plan.closing();
        return new FollowUpView(
                plan.leadId(),
                stored.storeId(),
                lead.advisorId(),
                lead.teamId(),
                lead.channel(),
                lead.model(),
                plan.level(),
                closing == null ? OpenTask.of(plan.task(), now) : null,
                plan.lastDone(),
                closing == null ? null : closing.reason(),
                closing == null ? null : closing.at(),
                contacts);
    }
}
