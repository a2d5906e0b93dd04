package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.followup.policy.Guide;
import io.dianmai.followup.policy.TaskPolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A task as it is told: with the step of the five that it is, and how the customer is best contacted. */
final class NextTask {
    private NextTask() {}

    /** The next task of a plan. */
    static FollowUpScheduled of(FollowUpPlan plan, Upcoming next, FollowUpTerms terms) {
        return of(plan, next, plan.courseSoFar().effectiveContacts(), terms);
    }

    /** The next task of a plan, after so many effective contacts. */
    static FollowUpScheduled of(FollowUpPlan plan, Upcoming next, int effectiveContacts, FollowUpTerms terms) {
        return scheduled(plan.nextTaskId(), plan.dimensions(), next, effectiveContacts, terms);
    }

    /** The task that a plan begins with. */
    static FollowUpScheduled first(String taskId, LeadDimensions dimensions, Instant dueAt, FollowUpTerms terms) {
        return scheduled(taskId, dimensions, new Upcoming(TaskPurpose.FIRST_RESPONSE, dueAt), 0, terms);
    }

    private static FollowUpScheduled scheduled(
            String taskId, LeadDimensions dimensions, Upcoming next, int effectiveContacts, FollowUpTerms terms) {
        Integer step = step(next.purpose(), effectiveContacts);
        Guide guide = terms.tasks().guide(next.purpose(), step);
        return new FollowUpScheduled(dimensions, taskId, next.purpose(), next.dueAt(), step, guide.medium());
    }

    private static @Nullable Integer step(TaskPurpose purpose, int effectiveContacts) {
        return TaskPolicy.isStep(purpose) ? TaskPolicy.stepAfter(effectiveContacts) : null;
    }
}
