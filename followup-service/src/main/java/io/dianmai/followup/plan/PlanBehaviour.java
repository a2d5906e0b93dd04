package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.CancelReason;
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
import io.dianmai.contracts.followup.TaskPurpose;
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
        if (event instanceof FollowUpScheduled first) {
            return new FollowUpPlan(
                    id,
                    first.dimensions(),
                    null,
                    1,
                    FollowUpTask.waiting(first, time),
                    null,
                    null,
                    List.of(),
                    Course.beginning(time));
        }
        throw new IllegalStateException("a plan begins with a task, not with " + event);
    }

    private static FollowUpPlan after(FollowUpPlan plan, FollowUpEvent event, Instant time) {
        return switch (event) {
            case FollowUpScheduled next -> scheduled(plan, next, time);
            case FollowUpRescheduled moved -> moved(plan.with(plan.task().dueAt(moved.dueAt())), moved);
            case FollowUpReassigned handed ->
                plan.with(plan.task().handedTo(handed.dimensions())).noting(handed.dimensions());
            case ContactLogged contact -> logged(plan, contact, time);
            case FollowUpDone done -> done(plan, done, time);
            case FollowUpOverdue overdue -> plan.with(plan.task().overdueUnder(overdue.dimensions()));
            case FollowUpSkipped skipped -> {
                FollowUpPlan passed = Contacting.passingOver(plan, skipped.purpose(), skipped.dueAt());
                yield passed.with(plan.task().notOverdue())
                        .with(passed.courseSoFar().agreed(Contacting.stillAgreed(plan, null)));
            }
            case LevelProposed _ -> plan;
            case FollowUpCancelled gone -> cancelled(plan, gone, time);
        };
    }

    /** What took another task's place waits since the same instant. */
    private static FollowUpPlan scheduled(FollowUpPlan plan, FollowUpScheduled next, Instant time) {
        boolean inItsPlace = plan.open() && plan.task().hasGivenWay();
        Instant since = inItsPlace ? plan.task().startedAt() : time;
        FollowUpPlan then = next.purpose() == TaskPurpose.REACTIVATION && plan.recalled()
                ? plan.noting(next.dimensions()).with(new Closing(CancelReason.LOST, time))
                : outOfPool(plan, next, time);
        return then.with(plan.tasks() + 1, FollowUpTask.waiting(next, since));
    }

    /** A task that names an owner is for a lead out of the pool; one of a contact that was told late names none. */
    private static FollowUpPlan outOfPool(FollowUpPlan plan, FollowUpScheduled next, Instant time) {
        return plan.recalled() && next.dimensions().advisorId() != null
                ? plan.noting(next.dimensions())
                        .reopened()
                        .with(plan.courseSoFar().begunAnew(time))
                : plan;
    }

    /** What was agreed is now agreed for another time. */
    private static FollowUpPlan moved(FollowUpPlan plan, FollowUpRescheduled moved) {
        return moved.purpose() == TaskPurpose.AGREED
                ? plan.with(plan.courseSoFar().agreed(moved.dueAt()))
                : plan;
    }

    private static FollowUpPlan logged(FollowUpPlan plan, ContactLogged event, Instant time) {
        Course course = plan.courseSoFar().contacted(event.effective(), time);
        var contact = new LoggedContact(
                time,
                event.medium(),
                event.result(),
                event.effective(),
                course.contactsTold(),
                event.advisorId(),
                event.nextContactAt(),
                null);
        int surplus = Math.max(0, plan.contacts().size() + 1 - FollowUpPlan.CONTACTS_KEPT);
        return plan.with(course)
                .with(Stream.concat(plan.contacts().stream(), Stream.of(contact))
                        .skip(surplus)
                        .toList());
    }

    /** As decided: the contact that did the task is the last one in the log. */
    private static @Nullable Instant stillAgreed(FollowUpPlan plan) {
        Instant now =
                plan.contacts().isEmpty() ? null : plan.contacts().getLast().nextContactAt();
        return Contacting.stillAgreed(plan, now);
    }

    /** The first closing stays: a task cancelled after it belongs to a contact that was told late. */
    private static FollowUpPlan cancelled(FollowUpPlan plan, FollowUpCancelled event, Instant time) {
        FollowUpPlan heard = plan.noting(event.dimensions());
        if (event.reason() == CancelReason.REPLACED) {
            return heard.with(plan.task().givenWay());
        }
        boolean ends = plan.open() || (plan.lost() && event.reason() != CancelReason.LOST);
        FollowUpPlan then = heard.with(plan.task().notOverdue());
        FollowUpTask ended = event.reason() == CancelReason.LOST ? then.task() : null;
        return ends ? then.with(new Closing(event.reason(), time, ended)) : then;
    }

    private static FollowUpPlan done(FollowUpPlan plan, FollowUpDone event, Instant time) {
        FollowUpPlan then = plan.with(DoneTask.of(event, time));
        Closing closing = plan.closing();
        return event.taskId().equals(plan.task().taskId()) || closing == null
                ? then.with(plan.courseSoFar().agreed(stillAgreed(plan)))
                : then.with(closing.without(event.taskId()));
    }
}
