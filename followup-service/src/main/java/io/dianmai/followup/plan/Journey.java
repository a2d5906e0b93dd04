package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.FollowUpCancelled;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.followup.FollowUpReassigned;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.ReopenReason;
import io.dianmai.kit.aggregate.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What follows for a plan from what its lead goes through: put on file, handed on, closed, out of the pool, open again. */
final class Journey {
    private Journey() {}

    /** A new lead must be answered. */
    static Decision<FollowUpEvent> opened(
            String leadId, LeadDimensions dimensions, Instant registeredAt, FollowUpTerms terms) {
        return Decision.accept(NextTask.first(
                FollowUpPlan.taskId(leadId, 1), dimensions, terms.firstResponseDue(registeredAt), terms));
    }

    /**
     * The lead has another advisor: who owns the lead owns its task. A lead out of the pool gets a new one. A new lead tells of
     * its advisor twice, the second time it is no news.
     */
    static Decision<FollowUpEvent> reassigned(
            FollowUpPlan plan, LeadDimensions now, String advisorId, Instant at, FollowUpTerms terms) {
        FollowUpTask task = plan.task();
        if (plan.waiting() && now.equals(plan.dimensions())) {
            return Decision.accept();
        }
        if (plan.waiting()) {
            return Decision.accept(new FollowUpReassigned(
                    now, task.taskId(), task.purpose(), task.dueAt(), advisorId, plan.overdueUnder()));
        }
        return plan.recalled() ? Decision.accept(outOfPool(plan.noting(now), at, terms)) : Decision.accept();
    }

    /** A customer whom nobody ever answered must be answered first; any other is to be revisited. */
    private static FollowUpScheduled outOfPool(FollowUpPlan plan, Instant at, FollowUpTerms terms) {
        return plan.task().purpose() == TaskPurpose.FIRST_RESPONSE
                ? NextTask.of(plan, new Upcoming(TaskPurpose.FIRST_RESPONSE, terms.firstResponseDue(at)), terms)
                : NextTask.of(plan, new Upcoming(TaskPurpose.POOL_REVISIT, poolRevisitDue(plan, at, terms)), terms);
    }

    private static Instant poolRevisitDue(FollowUpPlan plan, Instant at, FollowUpTerms terms) {
        Closing recall = plan.closing();
        return terms.poolRevisitDue(recall == null ? at : recall.at(), at);
    }

    /** The task lapsed. A reminder about a time that was moved since says nothing about this one. */
    static Decision<FollowUpEvent> lapsed(FollowUpPlan plan, String taskId, Instant dueAt) {
        FollowUpTask task = plan.task();
        boolean stillWaited = plan.waiting()
                && !task.overdue()
                && task.taskId().equals(taskId)
                && task.dueAt().equals(dueAt);
        return stillWaited
                ? Decision.accept(new FollowUpOverdue(plan.dimensions(), taskId, task.purpose(), dueAt))
                : Decision.accept();
    }

    /** The lead is delivered, recalled or merged: nobody needs to be contacted any more. */
    static Decision<FollowUpEvent> closed(FollowUpPlan plan, LeadDimensions now, CancelReason reason) {
        return plan.waiting() ? Decision.accept(cancelled(plan, now, reason)) : Decision.accept();
    }

    /** 战败: what was waited for is not, and in a quarter the customer is asked again. */
    static Decision<FollowUpEvent> lost(FollowUpPlan plan, LeadDimensions now, Instant at, FollowUpTerms terms) {
        if (plan.lost() || !(plan.waiting() || plan.recalled())) {
            return Decision.accept();
        }
        List<FollowUpEvent> events = new ArrayList<>();
        if (plan.waiting()) {
            events.add(cancelled(plan, now, CancelReason.LOST));
        }
        var again = new Upcoming(TaskPurpose.REACTIVATION, terms.reactivationDue(at));
        events.add(NextTask.of(plan.noting(now), again, terms));
        return Decision.accept(events);
    }

    /** Who registers again is to be answered like a new customer; who was won back is contacted by cadence. */
    static Decision<FollowUpEvent> reopened(
            FollowUpPlan plan, LeadDimensions now, ReopenReason reason, Instant at, FollowUpTerms terms) {
        if (plan.open()) {
            return Decision.accept();
        }
        List<FollowUpEvent> events = new ArrayList<>();
        if (plan.waiting()) {
            events.add(cancelled(plan, now, CancelReason.REPLACED));
        }
        FollowUpPlan again = plan.noting(now);
        Upcoming next = switch (reason) {
            case REGISTERED_AGAIN -> new Upcoming(TaskPurpose.FIRST_RESPONSE, terms.firstResponseDue(at));
            case REACTIVATED -> Upcoming.after(at, null, again, terms);
        };
        events.add(NextTask.of(again, next, terms));
        return Decision.accept(events);
    }

    static FollowUpCancelled cancelled(FollowUpPlan plan, LeadDimensions now, CancelReason reason) {
        FollowUpTask task = plan.task();
        return new FollowUpCancelled(now, task.taskId(), task.purpose(), reason, task.overdue(), plan.overdueUnder());
    }
}
