package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 跟进任务: a contact that must be made.
 *
 * @param startedAt since when the customer waits: registration, or the contact before
 * @param overdue it was told that {@code dueAt} lapsed
 * @param overdueUnder what it counts as overdue under; absent while it is not, and for a task that lapsed before this was
 *     kept
 * @param movedByHand a person chose {@code dueAt}: no calendar counts it anew
 */
public record FollowUpTask(
        String taskId,
        TaskPurpose purpose,
        Instant startedAt,
        Instant dueAt,
        boolean overdue,
        @Nullable LeadDimensions overdueUnder,
        @Nullable Boolean movedByHand) {

    static FollowUpTask waiting(String taskId, TaskPurpose purpose, Instant startedAt, Instant dueAt) {
        return new FollowUpTask(taskId, purpose, startedAt, dueAt, false, null, null);
    }

    FollowUpTask dueAt(Instant moved) {
        return waiting(taskId, purpose, startedAt, moved);
    }

    FollowUpTask byHand() {
        return new FollowUpTask(taskId, purpose, startedAt, dueAt, overdue, overdueUnder, true);
    }

    /** Whether {@code dueAt} is so many open minutes after the start, and has not lapsed yet. */
    boolean countsOpenMinutes(Instant now) {
        return purpose == TaskPurpose.FIRST_RESPONSE
                && !Boolean.TRUE.equals(movedByHand)
                && !overdue
                && dueAt.isAfter(now);
    }

    /** When a first response is due under other business hours, counted anew from its start. */
    Instant dueByOtherHours(Instant now, FollowUpTerms terms) {
        Instant due = terms.firstResponseDue(startedAt);
        return due.isAfter(now) ? due : notLater(terms.firstResponseDue(now));
    }

    /** When the next contact is due under another level, counted from the contact before. */
    Instant dueByOtherLevel(Level level, Instant now, FollowUpTerms terms) {
        Instant due = terms.cadenceDue(startedAt, level);
        return due.isBefore(now) ? notLater(terms.cadenceDue(now, level)) : due;
    }

    /** What has passed already is counted from now, but never to a later time than was due before. */
    private Instant notLater(Instant afresh) {
        return afresh.isBefore(dueAt) ? afresh : dueAt;
    }

    FollowUpTask overdueUnder(LeadDimensions dimensions) {
        return new FollowUpTask(taskId, purpose, startedAt, dueAt, true, dimensions, movedByHand);
    }

    FollowUpTask notOverdue() {
        return waiting(taskId, purpose, startedAt, dueAt);
    }

    /** Who takes over a task that is overdue has an overdue task. */
    FollowUpTask handedTo(LeadDimensions dimensions) {
        return overdue ? overdueUnder(dimensions) : this;
    }

    /**
     * Whether a contact at that time can be the one that was waited for. Facts come late: one from before the task does
     * not do it, except that a customer may well be spoken to before anybody puts the lead on file.
     */
    boolean answeredBy(Instant contactedAt) {
        return purpose == TaskPurpose.FIRST_RESPONSE || !contactedAt.isBefore(startedAt);
    }
}
