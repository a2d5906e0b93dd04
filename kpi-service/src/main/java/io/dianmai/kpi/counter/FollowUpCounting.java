package io.dianmai.kpi.counter;

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
import io.dianmai.contracts.lead.LeadDimensions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the follow-up events add. A task counts as due once: when it is done, or before that when it lapses. It counts
 * as overdue under whoever had it when it lapsed, until it is handed on or goes away.
 */
final class FollowUpCounting {
    private FollowUpCounting() {}

    static List<Posting> postings(FollowUpEvent event, Instant at, Supplier<ZoneId> zone) {
        List<Posting> postings = new ArrayList<>(own(event, at, zone).at(at, Slice.of(event.dimensions())));
        LeadDimensions overdue = noLongerOverdue(event);
        if (overdue != null) {
            postings.addAll(new Amounts().add(Counter.FOLLOW_UPS_OVERDUE, -1).at(at, Slice.of(overdue)));
        }
        return postings;
    }

    /** What it adds under its own dimensions. */
    private static Amounts own(FollowUpEvent event, Instant at, Supplier<ZoneId> zone) {
        Amounts amounts = new Amounts();
        switch (event) {
            case FollowUpDone done -> done(amounts, done, isEarly(done, at, zone));
            case FollowUpOverdue _ -> amounts.one(Counter.FOLLOW_UPS_DUE).one(Counter.FOLLOW_UPS_OVERDUE);
            case FollowUpReassigned handedOn ->
                amounts.oneIf(handedOn.overdueUnder() != null, Counter.FOLLOW_UPS_OVERDUE);
            case ContactLogged contact ->
                amounts.one(Counter.CONTACTS).oneIf(contact.effective(), Counter.EFFECTIVE_CONTACTS);
            case FollowUpSkipped _ -> amounts.one(Counter.FOLLOW_UPS_SKIPPED);
            case FollowUpScheduled _, FollowUpCancelled _, FollowUpRescheduled _, LevelProposed _ -> {}
        }
        return amounts;
    }

    /** On a business day before the one on which it was due; a first answer within minutes is none too early. */
    private static boolean isEarly(FollowUpDone done, Instant at, Supplier<ZoneId> zone) {
        return done.onTime()
                && LocalDate.ofInstant(at, zone.get()).isBefore(LocalDate.ofInstant(done.dueAt(), zone.get()));
    }

    private static void done(Amounts amounts, FollowUpDone done, boolean early) {
        amounts.oneIf(!done.wasOverdue(), Counter.FOLLOW_UPS_DUE)
                .oneIf(done.onTime(), Counter.FOLLOW_UPS_ON_TIME)
                .oneIf(early, Counter.FOLLOW_UPS_EARLY)
                .oneIf(!done.onTime(), Counter.FOLLOW_UPS_LATE);
        if (done.purpose() == TaskPurpose.FIRST_RESPONSE) {
            amounts.one(Counter.FIRST_RESPONSES)
                    .add(Counter.FIRST_RESPONSE_MINUTES, done.businessMinutes())
                    .oneIf(done.onTime(), Counter.FIRST_RESPONSES_ON_TIME);
        }
    }

    /** Under what the task was overdue and no longer is; null if it was not. */
    private static @Nullable LeadDimensions noLongerOverdue(FollowUpEvent event) {
        return switch (event) {
            case FollowUpDone done -> was(done.wasOverdue(), done.overdueUnder(), done.dimensions());
            case FollowUpCancelled gone -> was(gone.wasOverdue(), gone.overdueUnder(), gone.dimensions());
            case FollowUpRescheduled moved -> was(moved.wasOverdue(), moved.overdueUnder(), moved.dimensions());
            case FollowUpSkipped skipped -> was(skipped.wasOverdue(), skipped.overdueUnder(), skipped.dimensions());
            case FollowUpReassigned handedOn -> handedOn.overdueUnder();
            case FollowUpScheduled _, FollowUpOverdue _, ContactLogged _, LevelProposed _ -> null;
        };
    }

    /** Events of before {@code overdueUnder} was told leave it out. */
    private static @Nullable LeadDimensions was(
            boolean overdue, @Nullable LeadDimensions overdueUnder, LeadDimensions otherwise) {
        if (!overdue) {
            return null;
        }
        return overdueUnder == null ? otherwise : overdueUnder;
    }
}
