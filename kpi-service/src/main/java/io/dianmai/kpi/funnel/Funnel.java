package io.dianmai.kpi.funnel;

import io.dianmai.kpi.counter.Counter;
import io.dianmai.kpi.counter.Stage;
import io.dianmai.kpi.counter.StageTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** 销售漏斗: what has become so far of the leads that were registered in a period. */
final class Funnel {
    private static final int PERCENT_DECIMALS = 2;
    private static final long HOURLY_UP_TO = 72;
    private static final String REGISTERED = "registered";

    private Funnel() {}

    /**
     * A stage of it.
     *
     * @param count leads that reached it; a stage may be skipped, so a later one can count more
     * @param percentOfRegistered null without any
     * @param conversionPercent of those who reached the stage before it, or where nobody did, the one before that (a store
     *     may not quote); null for the first and the lost ones
     * @param medianHours half of those who reached it took no longer since their registration; whole hours up to 72,
     *     whole days from there, rounded down; null when nobody did, and in a cut by dimension
     * @param medianResolution ISO 8601 duration: how exact that is
     */
    record Step(
            String stage,
            long count,
            @Nullable BigDecimal percentOfRegistered,
            @Nullable BigDecimal conversionPercent,
            @Nullable Long medianHours,
            @Nullable String medianResolution) {}

    /**
     * The stages in order, the lost ones at the end.
     *
     * @param counters of the period
     * @param times the same by values of {@code STAGE_TIME}; empty when medians cannot be told
     */
    static List<Step> steps(Map<Counter, Long> counters, Map<String, Map<Counter, Long>> times) {
        long registered = counters.getOrDefault(Counter.LEADS_REGISTERED, 0L);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(REGISTERED, registered, percent(registered, registered), null, null, null));
        long before = registered;
        for (Stage stage : Stage.values()) {
            long count = counters.getOrDefault(stage.counter(), 0L);
            Long median = medianHours(stage, times);
            steps.add(new Step(
                    stage.wireName(),
                    count,
                    percent(count, registered),
                    stage == Stage.LOST ? null : percent(count, before),
                    median,
                    median == null ? null : median <= HOURLY_UP_TO ? "PT1H" : "P1D"));
            before = count == 0 ? before : count;
        }
        return steps;
    }

    private static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), PERCENT_DECIMALS, RoundingMode.HALF_UP);
    }

    /** The lower median. */
    private static @Nullable Long medianHours(Stage stage, Map<String, Map<Counter, Long>> times) {
        TreeMap<Long, Long> byHours = new TreeMap<>();
        times.forEach((value, counters) -> {
            StageTime time = StageTime.parse(value);
            if (time.stage() == stage) {
                byHours.merge(time.hours(), counters.getOrDefault(stage.counter(), 0L), Long::sum);
            }
        });
        long total = byHours.values().stream().mapToLong(Long::longValue).sum();
        long passed = 0;
        for (Map.Entry<Long, Long> bucket : byHours.entrySet()) {
            passed += bucket.getValue();
            if (total > 0 && passed * 2 >= total) {
                return bucket.getKey();
            }
        }
        return null;
    }
}
