package io.dianmai.lead.activity;

import io.dianmai.contracts.lead.ActivityPhase;
import io.dianmai.contracts.lead.ActivityPlan;
import io.dianmai.kit.aggregate.Stored;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 活动效果: what an activity was to bring, what it has brought since, and what that has cost. Amounts are in fen.
 *
 * @param orders signed and not cancelled
 * @param grossProfit of the vehicles delivered
 * @param costPerLead rounded half up; absent without leads
 * @param returnOnCost gross profit by cost, to four decimals; absent while nothing was spent
 */
record Effectiveness(
        String id,
        String storeId,
        String activityId,
        String name,
        LocalDate mainFrom,
        LocalDate mainTo,
        @Nullable ActivityPhase phase,
        @Nullable Instant cancelledAt,
        long budget,
        long cost,
        int targetLeads,
        long leads,
        long visits,
        int targetOrders,
        long orders,
        long deliveries,
        long grossProfit,
        @Nullable Long costPerLead,
        @Nullable BigDecimal returnOnCost) {

    static Effectiveness of(Stored<MarketActivity> stored, ActivityResult result) {
        MarketActivity activity = stored.state();
        ActivityPlan plan = activity.plan().plan();
        long cost = activity.costs().total();
        return new Effectiveness(
                stored.id(),
                stored.storeId(),
                activity.activityId(),
                plan.name(),
                plan.mainFrom(),
                plan.mainTo(),
                activity.phase(),
                activity.cancelledAt(),
                plan.budget(),
                cost,
                plan.targetLeads(),
                result.leads(),
                result.visits(),
                plan.targetOrders(),
                result.orders(),
                result.deliveries(),
                result.grossProfit(),
                costPerLead(cost, result.leads()),
                returnOnCost(result.grossProfit(), cost));
    }

    private static @Nullable Long costPerLead(long cost, long leads) {
        return leads == 0
                ? null
                : BigDecimal.valueOf(cost)
                        .divide(BigDecimal.valueOf(leads), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    private static @Nullable BigDecimal returnOnCost(long grossProfit, long cost) {
        return cost <= 0
                ? null
                : BigDecimal.valueOf(grossProfit).divide(BigDecimal.valueOf(cost), 4, RoundingMode.HALF_UP);
    }
}
