package io.dianmai.kpi.target;

import io.dianmai.kpi.counter.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** 目标计划: what stores, teams and advisors are to reach, of a counter or a KPI. */
public interface TargetPlans {
    /** Reads the plans of these stores for these counters or KPI codes that touch the days from {@code from} to {@code to}. */
    Loaded load(Collection<String> storeIds, Collection<String> names, LocalDate from, LocalDate to);

    /** Plans that have been read. */
    interface Loaded {
        /**
         * What is aimed at over some days, the last one included.
         *
         * @param owner the advisor or team whose part it is; null for the store as a whole
         * @return of a counter the amount planned for these days, in fen where it is money and in minutes where it is
         *     time; of a KPI its aim in its unit; null when there is no plan for all of these days
         */
        @Nullable
        BigDecimal of(String storeId, String name, @Nullable Slice owner, LocalDate from, LocalDate to);
    }
}
