package io.dianmai.kpi.target;

import io.dianmai.kpi.counter.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 时间进度: where a plan should stand by the end of today. Today counts in full: the question asked all day is what must
 * be there when the doors close.
 *
 * @param target of the whole period; null when not all of its days are planned
 * @param expected of its days up to today, today included; null before it begins and without a plan. Of an aim that is
 *     not additive, the aim itself over these days
 * @param workingDays of the period
 * @param workingDaysElapsed of its days up to today, today included
 */
public record Pace(
        @Nullable BigDecimal target, @Nullable BigDecimal expected, int workingDays, int workingDaysElapsed) {

    /**
     * Of a period, its last day included.
     *
     * @param plans that were read for these days
     * @param today in the store's zone
     */
    public static Pace of(
            TargetPlans.Loaded plans,
            PlanningStore store,
            String name,
            @Nullable Slice owner,
            LocalDate from,
            LocalDate to,
            LocalDate today) {
        BigDecimal target = plans.of(store.storeId(), name, owner, from, to);
        int workingDays = store.workingDays().between(from, to);
        if (today.isBefore(from)) {
            return new Pace(target, null, workingDays, 0);
        }
        LocalDate until = today.isBefore(to) ? today : to;
        return new Pace(
                target,
                plans.of(store.storeId(), name, owner, from, until),
                workingDays,
                store.workingDays().between(from, until));
    }
}
