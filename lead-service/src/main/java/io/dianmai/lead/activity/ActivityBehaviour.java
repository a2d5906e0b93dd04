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
            case ActivityPhaseEntered entered -> {
                var now = onFile(state);
                yield new MarketActivity(
                        now.activityId(),
                        now.plan(),
                        now.plannedAt(),
                        entered.phase(),
                        now.cancelledAt(),
                        now.costs());
            }
            case ActivityCancelled _ -> {
                var now = onFile(state);
                yield new MarketActivity(
                        now.activityId(), now.plan(), now.plannedAt(), now.phase(), time, now.costs());
            }
            case MarketingCostBooked booked -> {
                var now = onFile(state);
                yield new MarketActivity(
                        now.activityId(),
                        now.plan(),
                        now.plannedAt(),
                        now.phase(),
                        now.cancelledAt(),
                        now.costs().with(booked, time));
            }
        };
    }

    private static MarketActivity planned(@Nullable MarketActivity before, ActivityPlanned event, Instant time) {
        var plan = KeptPlan.of(event.plan());
        return before == null
                ? new MarketActivity(event.activityId(), plan, time, null, null, CostBook.EMPTY)
                : new MarketActivity(
                        before.activityId(),
                        plan,
                        before.plannedAt(),
                        before.phase(),
                        before.cancelledAt(),
                        before.costs());
    }

    private static MarketActivity onFile(@Nullable MarketActivity activity) {
        return Objects.requireNonNull(activity, "an activity begins with its plan");
    }
}
