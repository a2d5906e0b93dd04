package io.dianmai.followup.web;

import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.Level;
import io.dianmai.followup.contact.ContactView;
import io.dianmai.followup.plan.Closing;
import io.dianmai.followup.plan.DoneTask;
import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.followup.plan.FollowUpTask;
import io.dianmai.followup.policy.Guide;
import io.dianmai.followup.policy.TaskPolicy;
import io.dianmai.kit.aggregate.Stored;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up plan as the API shows it.
 *
 * @param effectiveContacts how many have reached the customer
 * @param openTask the contact that is waited for, if one is: of a closed plan only where the lead is lost
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
        int effectiveContacts,
        @Nullable OpenTask openTask,
        @Nullable DoneTask lastDone,
        @Nullable CancelReason closedBecause,
        @Nullable Instant closedAt,
        @Nullable List<ContactView> contacts) {

    /**
     * A contact that is waited for.
     *
     * @param overdue its time has lapsed
     * @param step 五步跟进, 1 to 5; absent where it is none of the five
     * @param medium how the customer is best contacted; absent for any
     * @param prompt what to do, in words
     * @param plannedAt when it was due before somebody moved it; absent where nobody did
     */
    record OpenTask(
            String taskId,
            TaskPurpose purpose,
            @Nullable Integer step,
            @Nullable ContactMedium medium,
            Prompt prompt,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant plannedAt,
            boolean overdue) {
        static OpenTask of(FollowUpTask task, TaskPolicy rules, Instant now) {
            Guide guide = rules.guide(task.purpose(), task.step());
            return new OpenTask(
                    task.taskId(),
                    task.purpose(),
                    task.step(),
                    task.medium(),
                    new Prompt(guide.zh(), guide.en()),
                    task.startedAt(),
                    task.dueAt(),
                    Boolean.TRUE.equals(task.movedByHand()) ? task.plannedAt() : null,
                    task.dueAt().isBefore(now));
        }
    }

    /** In both languages. */
    record Prompt(String zh, String en) {}

    static FollowUpView inList(Stored<FollowUpPlan> stored, TaskPolicy rules, Instant now) {
        return of(stored, null, rules, now);
    }

    static FollowUpView whole(Stored<FollowUpPlan> stored, List<ContactView> contacts, TaskPolicy rules, Instant now) {
        return of(stored, contacts, rules, now);
    }

    private static FollowUpView of(
            Stored<FollowUpPlan> stored, @Nullable List<ContactView> contacts, TaskPolicy rules, Instant now) {
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
                plan.courseSoFar().effectiveContacts(),
                plan.waiting() ? OpenTask.of(plan.task(), rules, now) : null,
                plan.lastDone(),
                closing == null ? null : closing.reason(),
                closing == null ? null : closing.at(),
                contacts);
    }
}
