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
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.Level;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 跟进计划: one per lead and under the lead's id. It always has one task that must be done next, until the lead is
 * delivered, lost or recalled to the company pool; the task it had then stays as the cancelled one. Out of the pool again,
 * it has a new one.
 *
 * @param dimensions of the lead, as last heard
 * @param level of the lead, as last heard
 * @param tasks how many there have been, the present one included
 * @param lastDone the task that was done last
 * @param closing present once the lead is delivered or lost, and while it is in the pool
 * @param contacts the last {@link #CONTACTS_KEPT}, in the order they were told
 */
public record FollowUpPlan(
        String leadId,
        LeadDimensions dimensions,
        @Nullable Level level,
        int tasks,
        FollowUpTask task,
        @Nullable DoneTask lastDone,
        @Nullable Closing closing,
        List<LoggedContact> contacts) {
    static final int CONTACTS_KEPT = 50;

    public FollowUpPlan {
        contacts = List.copyOf(contacts);
    }

    /** Whether a contact is waited for. */
    public boolean open() {
        return closing == null;
    }

    /** Whether the lead is in the company pool. */
    boolean recalled() {
        return closing != null && closing.reason() == CancelReason.RECALLED;
    }

    /** A new lead must be answered. */
    static Decision<FollowUpEvent> openedFor(
            String leadId, LeadDimensions dimensions, Instant registeredAt, FollowUpTerms terms) {
        return Decision.accept(new FollowUpScheduled(
                dimensions, taskId(leadId, 1), TaskPurpose.FIRST_RESPONSE, terms.firstResponseDue(registeredAt)));
    }

    /** The lead has another advisor: who owns the lead owns its task. A lead out of the pool gets a new one. */
    Decision<FollowUpEvent> reassigned(LeadDimensions now, String advisorId, Instant at, FollowUpTerms terms) {
        if (open()) {
            return Decision.accept(new FollowUpReassigned(
                    now, task.taskId(), task.purpose(), task.dueAt(), advisorId, overdueUnder()));
        }
        return recalled() ? Decision.accept(again(now, at, terms)) : Decision.accept();
    }

    /** A customer whom nobody ever answered must be answered first; any other is contacted by cadence. */
    private FollowUpScheduled again(LeadDimensions now, Instant at, FollowUpTerms terms) {
        String taskId = taskId(leadId, tasks + 1);
        return task.purpose() == TaskPurpose.FIRST_RESPONSE
                ? new FollowUpScheduled(now, taskId, TaskPurpose.FIRST_RESPONSE, terms.firstResponseDue(at))
                : new FollowUpScheduled(now, taskId, TaskPurpose.CADENCE, terms.cadenceDue(at, level));
    }

    /** The store has other business hours. */
    Decision<FollowUpEvent> recounted(Instant at, FollowUpTerms terms) {
        return open() && task.countsOpenMinutes(at)
                ? movedTo(task.dueByOtherHours(at, terms), "business hours changed")
                : Decision.accept();
    }

    /** The lead has another level: a contact due by cadence moves to where the new level puts it. */
    Decision<FollowUpEvent> regraded(Level now, Instant at, FollowUpTerms terms) {
        return open() && task.purpose() == TaskPurpose.CADENCE
                ? movedTo(task.dueByOtherLevel(now, at, terms), "level " + now)
                : Decision.accept();
    }

    /** Somebody tried to reach the customer. */
    Decision<FollowUpEvent> contacted(Contact contact, Instant at, FollowUpTerms terms) {
        boolean effective = terms.effective(contact.result());
        var logged = new ContactLogged(dimensions, contact.medium(), contact.result(), effective);
        if (!effective) {
            return Decision.accept(logged);
        }
        Optional<Refusal> objection =
                Optional.ofNullable(contact.nextContactAt()).flatMap(next -> terms.objection(next, at));
        if (objection.isPresent()) {
            return Decision.refuse(objection.get());
        }
        var events = new ArrayList<FollowUpEvent>(List.of(logged));
        if (wasWaitedFor(at)) {
            events.addAll(answered(contact, at, terms));
        }
        return Decision.accept(events);
    }

    /** A person moves the task. */
    Decision<FollowUpEvent> rescheduled(Instant dueAt, String reason, Instant at, FollowUpTerms terms) {
        if (!open()) {
            return Decision.refuse(Refusal.conflict(
                    "follow-up-closed",
                    "The lead is delivered, lost or in the company pool; there is no contact left to move."));
        }
        return terms.objection(dueAt, at).map(Decision::<FollowUpEvent>refuse).orElseGet(() -> movedTo(dueAt, reason));
    }

    /** The task lapsed. A reminder about a time that was moved since says nothing about this one. */
    Decision<FollowUpEvent> lapsed(String taskId, Instant dueAt) {
        boolean stillWaited = open()
                && !task.overdue()
                && task.taskId().equals(taskId)
                && task.dueAt().equals(dueAt);
        return stillWaited
                ? Decision.accept(new FollowUpOverdue(dimensions, taskId, task.purpose(), dueAt))
                : Decision.accept();
    }

    /** The lead is delivered, lost or recalled: nobody needs to be contacted any more. */
    Decision<FollowUpEvent> closed(LeadDimensions now, CancelReason reason) {
        return open()
                ? Decision.accept(new FollowUpCancelled(
                        now, task.taskId(), task.purpose(), reason, task.overdue(), overdueUnder()))
                : Decision.accept();
    }

    /** The state with what was last heard of the lead. */
    FollowUpPlan noting(LeadDimensions heard) {
        return new FollowUpPlan(leadId, heard, level, tasks, task, lastDone, closing, contacts);
    }

    /** The state with the level last heard. */
    FollowUpPlan noting(Level heard) {
        return new FollowUpPlan(leadId, dimensions, heard, tasks, task, lastDone, closing, contacts);
    }

    /** The state once a person has moved the task. */
    FollowUpPlan movedByHand() {
        return new FollowUpPlan(leadId, dimensions, level, tasks, task.byHand(), lastDone, closing, contacts);
    }

    /** Facts come late: a contact from before the closing, told after it, still did what it did. */
    private boolean wasWaitedFor(Instant at) {
        return task.answeredBy(at) && (closing == null || !at.isAfter(closing.at()));
    }

    private List<FollowUpEvent> answered(Contact contact, Instant at, FollowUpTerms terms) {
        var done = new FollowUpDone(
                dimensions,
                task.taskId(),
                task.purpose(),
                task.dueAt(),
                !at.isAfter(task.dueAt()),
                task.overdue(),
                overdueUnder(),
                terms.minutesWaited(task.startedAt(), at));
        FollowUpScheduled next = next(contact, at, terms);
        return closing == null
                ? List.of(done, next)
                : List.of(
                        done,
                        next,
                        new FollowUpCancelled(
                                dimensions, next.taskId(), next.purpose(), closing.reason(), false, null));
    }

    private FollowUpScheduled next(Contact contact, Instant at, FollowUpTerms terms) {
        String taskId = taskId(leadId, tasks + 1);
        Instant agreed = contact.nextContactAt();
        return agreed == null
                ? new FollowUpScheduled(dimensions, taskId, TaskPurpose.CADENCE, terms.cadenceDue(at, level))
                : new FollowUpScheduled(dimensions, taskId, TaskPurpose.AGREED, agreed);
    }

    private Decision<FollowUpEvent> movedTo(Instant dueAt, String reason) {
        return dueAt.equals(task.dueAt())
                ? Decision.accept()
                : Decision.accept(new FollowUpRescheduled(
                        dimensions,
                        task.taskId(),
                        task.purpose(),
                        dueAt,
                        task.dueAt(),
                        task.overdue(),
                        overdueUnder(),
                        reason));
    }

    /** A task that lapsed before this was kept counts under what was last heard of its lead. */
    private @Nullable LeadDimensions overdueUnder() {
        LeadDimensions kept = task.overdueUnder();
        return task.overdue() && kept == null ? dimensions : kept;
    }

    /** Follows from the plan, so that a decision that is asked again names the same task. */
    private static String taskId(String leadId, int number) {
        return leadId + ":" + number;
    }
}
