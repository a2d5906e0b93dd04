package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.LeadDimensions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 跟进任务: a contact that must be made.
 *
 * @param startedAt since when the customer waits: registration, or the contact before
 * @param overdue it was told that {@code dueAt} lapsed
 * @param overdueUnder what it counts as overdue under; absent while it is not, and for a task that lapsed before this was
 *     kept
 * @param movedByHand a person chose {@code dueAt}: no calendar and no other rule counts it anew
 * @param plannedAt when it was due before a person moved it; absent where nobody did
 * @param step 五步跟进; absent where it is none of the five
 * @param medium how the customer is best contacted; absent for any
 * @param replaced it gave way to another task that waits since the same instant
 */
public record FollowUpTask(
        String taskId,
        TaskPurpose purpose,
        Instant startedAt,
        Instant dueAt,
        boolean overdue,
        @Nullable LeadDimensions overdueUnder,
        @Nullable Boolean movedByHand,
        @Nullable Instant plannedAt,
        @Nullable Integer step,
        @Nullable ContactMedium medium,
        @Nullable Boolean replaced) {

    static FollowUpTask waiting(FollowUpScheduled event, Instant startedAt) {
        return new FollowUpTask(
                event.taskId(),
                event.purpose(),
                startedAt,
                event.dueAt(),
                false,
                null,
                null,
                null,
                event.step(),
                event.medium(),
                null);
    }

    /** Moved; whoever moved it may say so afterwards with {@link #byHand()}. */
    FollowUpTask dueAt(Instant moved) {
        return new FollowUpTask(taskId, purpose, startedAt, moved, false, null, null, firstDueAt(), step, medium, null);
    }

    FollowUpTask byHand() {
        return with(overdue, overdueUnder, true, replaced);
    }

    FollowUpTask overdueUnder(LeadDimensions dimensions) {
        return with(true, dimensions, movedByHand, replaced);
    }

    FollowUpTask notOverdue() {
        return with(false, null, null, null);
    }

    FollowUpTask givenWay() {
        return with(false, null, null, true);
    }

    private FollowUpTask with(
            boolean late, @Nullable LeadDimensions lateUnder, @Nullable Boolean byHand, @Nullable Boolean gone) {
        return new FollowUpTask(
                taskId, purpose, startedAt, dueAt, late, lateUnder, byHand, plannedAt, step, medium, gone);
    }

    boolean isByHand() {
        return Boolean.TRUE.equals(movedByHand);
    }

    boolean hasGivenWay() {
        return Boolean.TRUE.equals(replaced);
    }

    /** When it was due before people began to move it. */
    Instant firstDueAt() {
        return isByHand() && plannedAt != null ? plannedAt : dueAt;
    }

    /** Whether a rule may still count it anew: no person chose when it is due, and it has not lapsed yet. */
    boolean followsRules(Instant now) {
        return !isByHand() && !overdue && dueAt.isAfter(now);
    }

    /** When a first response is due by other business hours or minutes, counted anew from its start. */
    Instant firstResponseDueBy(FollowUpTerms terms, Instant now) {
        Instant due = terms.firstResponseDue(startedAt);
        return due.isAfter(now) ? due : notLater(terms.firstResponseDue(now));
    }

    /** What has passed already is counted from now, but never to a later time than was due before. */
    private Instant notLater(Instant afresh) {
        return afresh.isBefore(dueAt) ? afresh : dueAt;
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
