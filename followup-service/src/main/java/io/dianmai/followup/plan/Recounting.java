package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Level;
import io.dianmai.kit.aggregate.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What follows for an open task when what it was counted by changes: the level, the store's hours, the rules. */
final class Recounting {
    private Recounting() {}

    /** The store has other business hours: what waits for so many open minutes is counted anew. */
    static Decision<FollowUpEvent> byOtherHours(FollowUpPlan plan, Instant at, FollowUpTerms terms) {
        return firstResponse(plan, at, terms, "business hours changed");
    }

    /** Headquarters has other rules. What people have moved, what was agreed, and what has lapsed stays as it is. */
    static Decision<FollowUpEvent> byOtherRules(FollowUpPlan plan, Instant at, FollowUpTerms terms) {
        String reason = "follow-up rules changed";
        if (!plan.open() || !plan.task().followsRules(at)) {
            return Decision.accept();
        }
        return switch (plan.task().purpose()) {
            case FIRST_RESPONSE -> firstResponse(plan, at, terms, reason);
            case CADENCE, STAGE_REVIEW, DEPOSIT_CONTACT -> settled(plan, at, terms, reason);
            case AGREED, POOL_REVISIT, REACTIVATION -> Decision.accept();
        };
    }

    /** The lead has another level: of what is due, something else may be the earliest. */
    static Decision<FollowUpEvent> regraded(FollowUpPlan plan, Level now, Instant at, FollowUpTerms terms) {
        return now == plan.level() ? Decision.accept() : settled(plan.noting(now), at, terms, "level " + now);
    }

    /** The customer has ordered, or has no order any more: a customer with an order is contacted each week. */
    static Decision<FollowUpEvent> ordered(FollowUpPlan plan, boolean ordered, Instant at, FollowUpTerms terms) {
        FollowUpPlan now = plan.notingOrder(ordered);
        return now.hasOrder() == plan.hasOrder()
                ? Decision.accept()
                : settled(now, at, terms, ordered ? "order" : "no order");
    }

    /** The customer was at the store: no day 15, 30 or 60 need be waited for. */
    static Decision<FollowUpEvent> visited(FollowUpPlan plan, Instant at, FollowUpTerms terms) {
        return plan.task().purpose() == TaskPurpose.STAGE_REVIEW
                ? settled(plan.notingVisit(at), at, terms, "visit")
                : Decision.accept();
    }

    /** The one task becomes what is due first, counted from the contact before; what has passed already, from now. */
    static Decision<FollowUpEvent> settled(FollowUpPlan plan, Instant at, FollowUpTerms terms, String reason) {
        if (!plan.open() || !isCounted(plan.task().purpose())) {
            return Decision.accept();
        }
        FollowUpTask task = plan.task();
        Upcoming due = Upcoming.after(task.startedAt(), agreed(plan), plan, terms);
        if (!due.dueAt().isBefore(at)) {
            return become(plan, due, terms, reason);
        }
        Upcoming afresh = Upcoming.after(at, agreed(plan), plan, terms);
        // Never to a later time than was due before.
        return afresh.dueAt().isBefore(task.dueAt()) ? become(plan, afresh, terms, reason) : Decision.accept();
    }

    /** Others wait for one thing that no level and no visit changes. */
    private static boolean isCounted(TaskPurpose purpose) {
        return switch (purpose) {
            case CADENCE, AGREED, STAGE_REVIEW, DEPOSIT_CONTACT -> true;
            case FIRST_RESPONSE, POOL_REVISIT, REACTIVATION -> false;
        };
    }

    private static @Nullable Instant agreed(FollowUpPlan plan) {
        return plan.task().purpose() == TaskPurpose.AGREED
                ? plan.task().dueAt()
                : plan.courseSoFar().agreedAt();
    }

    private static Decision<FollowUpEvent> become(FollowUpPlan plan, Upcoming due, FollowUpTerms terms, String reason) {
        return due.purpose() == plan.task().purpose()
                ? Moving.to(plan, due.dueAt(), reason)
                : Decision.accept(
                        Journey.cancelled(plan, plan.dimensions(), CancelReason.REPLACED),
                        NextTask.of(plan, due, terms));
    }

    private static Decision<FollowUpEvent> firstResponse(
            FollowUpPlan plan, Instant at, FollowUpTerms terms, String reason) {
        FollowUpTask task = plan.task();
        return plan.open() && task.purpose() == TaskPurpose.FIRST_RESPONSE && task.followsRules(at)
                ? Moving.to(plan, task.firstResponseDueBy(terms, at), reason)
                : Decision.accept();
    }
}
