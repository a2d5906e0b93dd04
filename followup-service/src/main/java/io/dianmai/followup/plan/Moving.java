package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import java.time.Instant;
import java.util.Optional;

/** What follows for a plan when somebody moves its task. */
final class Moving {
    private Moving() {}

    /** A person moves the task, as far as the rules let people put it off. */
    static Decision<FollowUpEvent> byPerson(
            FollowUpPlan plan, Instant dueAt, String reason, Instant at, FollowUpTerms terms) {
        return objection(plan, at)
                .or(() -> terms.objection(dueAt, at))
                .or(() -> terms.snoozeObjection(plan.task(), dueAt))
                .map(Decision::<FollowUpEvent>refuse)
                .orElseGet(() -> to(plan, dueAt, reason));
    }

    /** A store system tells that somebody moved it: that is how it is, however far. */
    static Decision<FollowUpEvent> toldOf(
            FollowUpPlan plan, Instant dueAt, String reason, Instant at, FollowUpTerms terms) {
        return objection(plan, at)
                .or(() -> terms.objection(dueAt, at))
                .map(Decision::<FollowUpEvent>refuse)
                .orElseGet(() -> to(plan, dueAt, reason));
    }

    /** Why nothing can be done with the task, if nothing can. */
    static Optional<Refusal> objection(FollowUpPlan plan, Instant at) {
        if (!plan.waiting()) {
            return Optional.of(Refusal.conflict(
                    "follow-up-closed",
                    "The lead is delivered, merged or in the company pool; there is no contact left to make."));
        }
        return at.isBefore(plan.task().startedAt())
                ? Optional.of(Refusal.conflict(
                        "follow-up-superseded",
                        "The contact that was waited for then was made or went away; another one is waited for now."))
                : Optional.empty();
    }

    static Decision<FollowUpEvent> to(FollowUpPlan plan, Instant dueAt, String reason) {
        FollowUpTask task = plan.task();
        return dueAt.equals(task.dueAt())
                ? Decision.accept()
                : Decision.accept(new FollowUpRescheduled(
                        plan.dimensions(),
                        task.taskId(),
                        task.purpose(),
                        dueAt,
                        task.dueAt(),
                        task.overdue(),
                        plan.overdueUnder(),
                        reason));
    }
}
