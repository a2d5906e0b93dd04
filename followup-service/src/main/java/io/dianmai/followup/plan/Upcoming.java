package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.TaskPurpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 下次跟进: of all that is due of an open lead, the earliest is its one task. What was agreed with the customer takes the place of
 * the cadence; a customer with an order is contacted every week; a digital lead without a visit is looked at on day
 * 15, 30 and 60.
 */
record Upcoming(TaskPurpose purpose, Instant dueAt) {

    /**
     * Counted from a contact, or from when it was decided that none need be made.
     *
     * @param agreed with the customer; what lies before {@code from} is no longer agreed
     */
    static Upcoming after(Instant from, @Nullable Instant agreed, FollowUpPlan plan, FollowUpTerms terms) {
        List<Upcoming> due = new ArrayList<>();
        Instant stands = agreed != null && agreed.isAfter(from) ? agreed : null;
        if (stands != null) {
            due.add(new Upcoming(TaskPurpose.AGREED, stands));
        }
        if (plan.hasOrder()) {
            due.add(new Upcoming(TaskPurpose.DEPOSIT_CONTACT, terms.depositContactDue(from)));
        } else if (!plan.courseSoFar().visited()) {
            terms.stageReviewDue(plan.dimensions(), reviewedTo(from, plan, terms))
                    .ifPresent(review -> due.add(new Upcoming(TaskPurpose.STAGE_REVIEW, review)));
        }
        if (stands == null) {
            due.add(new Upcoming(TaskPurpose.CADENCE, terms.cadenceDue(from, plan.level())));
        }
        // Of what is due at the same instant, the first of these.
        return due.stream().min(Comparator.comparing(Upcoming::dueAt)).orElseThrow();
    }

    /** A contact on the day of a review is the review, whatever the hour. */
    private static Instant reviewedTo(Instant contactedAt, FollowUpPlan plan, FollowUpTerms terms) {
        Instant passedOver = plan.courseSoFar().reviewedTo();
        Instant day = terms.endOfDay(contactedAt);
        return passedOver != null && passedOver.isAfter(day) ? passedOver : day;
    }
}
