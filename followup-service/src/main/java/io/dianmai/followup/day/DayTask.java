package io.dianmai.followup.day;

import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.Level;
import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.followup.plan.FollowUpTask;
import io.dianmai.followup.policy.Guide;
import io.dianmai.followup.policy.TaskPolicy;
import io.dianmai.kit.aggregate.Stored;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact to be made, as it stands in a day.
 *
 * @param step 五步跟进, 1 to 5; absent where it is none of the five
 * @param medium how the customer is best contacted; absent for any
 * @param prompt what to do, in words
 * @param startedAt since when the customer waits
 * @param lastReachedAt the last effective contact, or since when nobody has reached the customer
 */
record DayTask(
        String leadId,
        String storeId,
        @Nullable String advisorId,
        Channel channel,
        @Nullable String model,
        @Nullable Level level,
        String taskId,
        TaskPurpose purpose,
        @Nullable Integer step,
        @Nullable ContactMedium medium,
        Prompt prompt,
        Instant startedAt,
        Instant dueAt,
        boolean overdue,
        Instant lastReachedAt) {

    /** In both languages. */
    record Prompt(String zh, String en) {}

    static DayTask of(Stored<FollowUpPlan> stored, TaskPolicy rules, Instant now) {
        FollowUpPlan plan = stored.state();
        FollowUpTask task = plan.task();
        Guide guide = rules.guide(task.purpose(), task.step());
        return new DayTask(
                plan.leadId(),
                stored.storeId(),
                plan.dimensions().advisorId(),
                plan.dimensions().channel(),
                plan.dimensions().model(),
                plan.level(),
                task.taskId(),
                task.purpose(),
                task.step(),
                task.medium(),
                new Prompt(guide.zh(), guide.en()),
                task.startedAt(),
                task.dueAt(),
                task.dueAt().isBefore(now),
                plan.courseSoFar().lastReachedAt());
    }
}
