package io.dianmai.kpi.value;

import io.dianmai.kpi.counter.Slice;
import io.dianmai.kpi.target.TargetPlans;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All figures that one question needs, read at once.
 *
 * @param slice what they are cut to; null for whole stores
 * @param horizon the last day on which anything can have happened anywhere
 */
record FigureBook(
        RowTable table, TargetPlans.Loaded plans, @Nullable Slice slice, LocalDate horizon) {

    PeriodFigures in(ReportingPeriod period) {
        boolean sliced = slice != null;
        return new PeriodFigures(
                period,
                sliced ? period.slicedRows() : period.rows(),
                LevelRows.at(period.end(), horizon, sliced),
                table,
                plans,
                slice);
    }
}
