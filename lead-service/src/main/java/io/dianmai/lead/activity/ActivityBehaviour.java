package io.dianmai.lead.activity;

import io.dianmai.contracts.lead.ActivityCancelled;
import io.dianmai.contracts.lead.ActivityEvent;
import io.dianmai.contracts.lead.ActivityPhaseEntered;
import io.dianmai.contracts.lead.ActivityPlanned;
import io.dianmai.contracts.lead.MarketingCostBooked;
import io.dianmai.kit.aggregate.Behaviour;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How an activity follows from its events. */
final class ActivityBehaviour implements Behaviour<MarketActivity, ActivityEvent> {

    @Override
    public MarketActivity apply(String id, @Nullable MarketActivity state, ActivityEvent event, Instant time) {
        return switch (event) {
            case ActivityPlanned planned -> planned(state, planned, time);
            case ActivityPhaseEntered entered -> onFile(state).in(entered.phase());
            case ActivityCancelled _ -> onFile(state).cancelled(time);
            case MarketingCostBooked booked ->
                onFile(state).with(onFile(state).costs().with(booked, time));
        };
    }

    private static MarketActivity planned(@Nullable MarketActivity before, ActivityPlanned event, Instant time) {
        var plan = KeptPlan.of(event.plan());
        return before == null
                ? new MarketActivity(event.activityId(), plan, time, null, null, CostBook.EMPTY)
                : before.with(plan);
    }

    private static MarketActivity onFile(@Nullable MarketActivity activity) {
        return Objects.requireNonNull(activity, "an activity begins with its plan");
    }
}
