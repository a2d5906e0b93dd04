package io.dianmai.kpi.value;

import io.dianmai.kpi.counter.Slice;
import io.dianmai.kpi.target.TargetPlans;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All figures that one question needs, read at once. */
final class FigureBook {
    private final RowTable table;
    private final TargetPlans.Loaded plans;
    private final @Nullable Slice slice;
    private final LocalDate horizon;
    private final Map<ReportingPeriod, PeriodFigures> periods = new HashMap<>();

    /**
     * @param slice what they are cut to; null for whole stores
     * @param horizon the last day on which anything can have happened anywhere
     */
    FigureBook(RowTable table, TargetPlans.Loaded plans, @Nullable Slice slice, LocalDate horizon) {
        this.table = table;
        this.plans = plans;
        this.slice = slice;
        this.horizon = horizon;
    }

    RowTable table() {
        return table;
    }

    @Nullable
    Slice slice() {
        return slice;
    }

    PeriodFigures in(ReportingPeriod period) {
        return periods.computeIfAbsent(period, this::figures);
    }

    private PeriodFigures figures(ReportingPeriod period) {
        boolean sliced = slice != null;
        return new PeriodFigures(
                period,
                sliced ? period.slicedRows() : period.rows(),
                LevelRows.at(period.end(), horizon, sliced),
                LevelRows.ofToldAhead(period.end(), horizon, sliced),
                table,
                plans,
                slice);
    }
}
