package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.FollowUpCancelled;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.followup.FollowUpReassigned;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.FollowUpSkipped;
import io.dianmai.contracts.followup.LevelProposed;
import io.dianmai.kit.aggregate.Behaviour;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a {@link FollowUpPlan} follows from its events. */
final class PlanBehaviour implements Behaviour<FollowUpPlan, FollowUpEvent> {

    @Override
    public FollowUpPlan apply(String id, @Nullable FollowUpPlan plan, FollowUpEvent event, Instant time) {
        if (plan != null) {
            return after(plan, event, time);
        }
        if (event instanceof FollowUpScheduled scheduled) {
            return new FollowUpPlan(id, scheduled.dimensions(), null, 1, task(scheduled, time), null, null, List.of());
        }
        throw new IllegalStateException("a plan begins with a task, not with " + event);
    }

    private static FollowUpPlan after(FollowUpPlan plan, FollowUpEvent event, Instant time) {
        return switch (event) {
            case FollowUpScheduled scheduled ->
                with(outOfPool(plan, scheduled), plan.tasks() + 1, task(scheduled, time));
            case FollowUpRescheduled moved -> with(plan, plan.task().dueAt(moved.dueAt()));
            case FollowUpReassigned reassigned ->
                with(plan, plan.task().handedTo(reassigned.dimensions())).noting(reassigned.dimensions());
            case ContactLogged logged -> logged(plan, logged, time);
            case FollowUpDone done -> done(plan, done, time);
            case FollowUpOverdue overdue -> with(plan, plan.task().overdueUnder(overdue.dimensions()));
            case FollowUpSkipped _, LevelProposed _ -> plan;
            case FollowUpCancelled cancelled -> closed(plan, cancelled, time);
        };
    }

    /** A task that names an owner is for a lead out of the pool; one of a contact that was told late names none. */
    private static FollowUpPlan outOfPool(FollowUpPlan plan, FollowUpScheduled scheduled) {
        return plan.recalled() && scheduled.dimensions().advisorId() != null
                ? new FollowUpPlan(
                        plan.leadId(),
                        scheduled.dimensions(),
                        plan.level(),
                        plan.tasks(),
                        plan.task(),
                        plan.lastDone(),
                        null,
                        plan.contacts())
                : plan;
    }

    private static FollowUpTask task(FollowUpScheduled scheduled, Instant time) {
        return FollowUpTask.waiting(scheduled.taskId(), scheduled.purpose(), time, scheduled.dueAt());
    }

    private static FollowUpPlan logged(FollowUpPlan plan, ContactLogged event, Instant time) {
        var contact = new LoggedContact(time, event.medium(), event.result(), event.effective());
        int surplus = Math.max(0, plan.contacts().size() + 1 - FollowUpPlan.CONTACTS_KEPT);
        List<LoggedContact> contacts = Stream.concat(plan.contacts().stream(), Stream.of(contact))
                .skip(surplus)
                .toList();
        return new FollowUpPlan(
                plan.leadId(),
                plan.dimensions(),
                plan.level(),
                plan.tasks(),
                plan.task(),
                plan.lastDone(),
                plan.closing(),
                contacts);
    }

    private static FollowUpPlan done(FollowUpPlan plan, FollowUpDone event, Instant time) {
        var done = new DoneTask(event.taskId(), event.purpose(), event.dueAt(), time, event.onTime());
        return new FollowUpPlan(
                plan.leadId(),
                plan.dimensions(),
                plan.level(),
                plan.tasks(),
                plan.task(),
                done,
                plan.closing(),
                plan.contacts());
    }

    /** The first closing stays: a task cancelled after it belongs to a contact that was told late. */
    private static FollowUpPlan closed(FollowUpPlan plan, FollowUpCancelled event, Instant time) {
        Closing closing = plan.closing() == null ? new Closing(event.reason(), time) : plan.closing();
        return new FollowUpPlan(
                plan.leadId(),
                event.dimensions(),
                plan.level(),
                plan.tasks(),
                plan.task().notOverdue(),
                plan.lastDone(),
                closing,
                plan.contacts());
    }

    private static FollowUpPlan with(FollowUpPlan plan, FollowUpTask task) {
        return with(plan, plan.tasks(), task);
    }

    private static FollowUpPlan with(FollowUpPlan plan, int tasks, FollowUpTask task) {
        return new FollowUpPlan(
                plan.leadId(),
                plan.dimensions(),
                plan.level(),
                tasks,
                task,
                plan.lastDone(),
                plan.closing(),
                plan.contacts());
    }
}
