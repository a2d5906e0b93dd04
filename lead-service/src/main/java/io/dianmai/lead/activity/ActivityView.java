package io.dianmai.lead.activity;

import io.dianmai.contracts.lead.ActivityPhase;
import io.dianmai.contracts.lead.ActivityPlan;
import io.dianmai.kit.aggregate.Stored;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activity as it is shown.
 *
 * @param phase absent until the first has begun
 * @param cost in fen, all that was booked
 * @param costs the last hundred booked, the latest first
 */
record ActivityView(
        String id,
        String storeId,
        String activityId,
        ActivityPlan plan,
        Instant plannedAt,
        @Nullable ActivityPhase phase,
        @Nullable Instant cancelledAt,
        long cost,
        List<CostBook.Cost> costs) {
    static final int COSTS_SHOWN = 100;

    static ActivityView of(Stored<MarketActivity> stored) {
        MarketActivity activity = stored.state();
        return new ActivityView(
                stored.id(),
                stored.storeId(),
                activity.activityId(),
                activity.plan().plan(),
                activity.plannedAt(),
                activity.phase(),
                activity.cancelledAt(),
                activity.costs().total(),
                activity.costs().latest(COSTS_SHOWN));
    }
}
