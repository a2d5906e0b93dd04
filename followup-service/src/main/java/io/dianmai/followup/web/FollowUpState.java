package io.dianmai.followup.web;

import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.followup.plan.FollowUpPlan;
import java.time.Instant;
import java.util.Objects;
import org.springframework.data.mongodb.core.query.Criteria;

/** Which follow-ups a list shows, and which due time puts them in order. */
enum FollowUpState {
    /** A contact is waited for, in time or not. */
    OPEN,
    /** A contact is waited for and its time has lapsed. */
    OVERDUE,
    /** The last contact that was waited for was made. */
    DONE;

    /** Where the due time is stored. */
    String dueAtPath() {
        return switch (this) {
            case OPEN, OVERDUE -> "state.task.dueAt";
            case DONE -> "state.lastDone.dueAt";
        };
    }

    Instant dueAt(FollowUpPlan plan) {
        return switch (this) {
            case OPEN, OVERDUE -> plan.task().dueAt();
            case DONE -> Objects.requireNonNull(plan.lastDone()).dueAt();
        };
    }

    Criteria criteria(Instant now) {
        return switch (this) {
            case OPEN -> waiting();
            case OVERDUE ->
                new Criteria()
                        .andOperator(waiting(), Criteria.where(dueAtPath()).lt(now));
            case DONE -> Criteria.where("state.lastDone").exists(true);
        };
    }

    /** Of an open lead always, of a lost one each quarter. */
    private static Criteria waiting() {
        return new Criteria()
                .orOperator(
                        Criteria.where("state.closing").is(null),
                        Criteria.where("state.closing.reason")
                                .is(CancelReason.LOST.name())
                                .and("state.task.purpose")
                                .is(TaskPurpose.REACTIVATION.name()));
    }
}
