package io.dianmai.kpi.counter;

import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.FollowUpCancelled;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.followup.FollowUpReassigned;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.kpi.counter.Deltas.Collector;

/** What the follow-up events add. A task counts as due once: when it is done, or before that when it lapses. */
final class FollowUpCounting {
    private FollowUpCounting() {}

    static Deltas deltas(FollowUpEvent event) {
        Collector deltas = new Collector();
        switch (event) {
            case FollowUpDone done -> done(deltas, done);
            case FollowUpOverdue _ -> deltas.one(Counter.FOLLOW_UPS_DUE).one(Counter.FOLLOW_UPS_OVERDUE);
            case FollowUpCancelled cancelled -> noLongerOverdue(deltas, cancelled.wasOverdue());
            case FollowUpRescheduled moved -> noLongerOverdue(deltas, moved.wasOverdue());
            case ContactLogged contact ->
                deltas.one(Counter.CONTACTS).oneIf(contact.effective(), Counter.EFFECTIVE_CONTACTS);
            case FollowUpScheduled _, FollowUpReassigned _ -> {}
        }
        return deltas.over(Slice.of(event.dimensions()));
    }

    private static void done(Collector deltas, FollowUpDone done) {
        deltas.oneIf(!done.wasOverdue(), Counter.FOLLOW_UPS_DUE).oneIf(done.onTime(), Counter.FOLLOW_UPS_ON_TIME);
        noLongerOverdue(deltas, done.wasOverdue());
        if (done.purpose() == TaskPurpose.FIRST_RESPONSE) {
            deltas.one(Counter.FIRST_RESPONSES)
                    .add(Counter.FIRST_RESPONSE_MINUTES, done.businessMinutes())
                    .oneIf(done.onTime(), Counter.FIRST_RESPONSES_ON_TIME);
        }
    }

    private static void noLongerOverdue(Collector deltas, boolean wasOverdue) {
        if (wasOverdue) {
            deltas.add(Counter.FOLLOW_UPS_OVERDUE, -1);
        }
    }
}
