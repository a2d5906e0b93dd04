package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.counter.Slice;
import io.dianmai.kpi.target.TargetPlans;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads figures: the rows of all periods of a question in one go, and the plans that its formulas name. */
@Component
class FigureReader {
    /** Events may be dated ahead by so little that this covers it. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private final KpiRows rows;
    private final TargetPlans plans;
    private final Clock clock;

    FigureReader(KpiRows rows, TargetPlans plans, Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param names figures that formulas name
     */
    record Wanted(Collection<StorePublished> stores, Collection<ReportingPeriod> periods, Set<String> names) {}

    /** Figures of whole stores. */
    FigureBook totals(Wanted wanted) {
        List<String> counters = FigureName.counted(wanted.names());
        Set<String> needed = rowsOf(wanted, false);
        RowTable table = new RowTable(needed, counters);
        if (!counters.isEmpty()) {
            rows.totals(
                    ids(wanted, needed),
                    counters,
                    (row, counter, amount) -> table.add(row.storeId(), row.period(), counter, amount));
        }
        return new FigureBook(table, targets(wanted), null, horizon());
    }

    /**
     * Figures of the values of a dimension, in order of values.
     *
     * @param only the one value that is wanted; null for all that have figures
     */
    Map<String, FigureBook> slices(Wanted wanted, Dimension dimension, @Nullable String only) {
        List<String> counters = FigureName.counted(wanted.names());
        Set<String> needed = rowsOf(wanted, true);
        Map<String, RowTable> tables = new TreeMap<>();
        if (only != null) {
            tables.put(only, new RowTable(needed, counters));
        }
        rows.slices(ids(wanted, needed), dimension, counters, (row, value, counter, amount) -> {
            if (only == null || only.equals(value)) {
                tables.computeIfAbsent(value, _ -> new RowTable(needed, counters))
                        .add(row.storeId(), row.period(), counter, amount);
            }
        });
        TargetPlans.Loaded targets = targets(wanted);
        Map<String, FigureBook> books = new TreeMap<>();
        tables.forEach((value, table) ->
                books.put(value, new FigureBook(table, targets, new Slice(dimension, value), horizon())));
        return books;
    }

    /** The plans of these stores for these counters or KPIs over all the periods. */
    TargetPlans.Loaded plans(
            Collection<StorePublished> stores, Collection<ReportingPeriod> periods, Collection<String> names) {
        if (names.isEmpty() || periods.isEmpty()) {
            return (_, _, _, _, _) -> null;
        }
        List<LocalDate> edges = periods.stream()
                .flatMap(period -> Stream.of(period.start(), period.end()))
                .sorted()
                .toList();
        return plans.load(
                stores.stream().map(StorePublished::storeId).toList(), names, edges.getFirst(), edges.getLast());
    }

    private TargetPlans.Loaded targets(Wanted wanted) {
        List<String> targeted = wanted.names().stream()
                .flatMap(name -> FigureName.targeted(name).stream())
                .toList();
        return plans(wanted.stores(), wanted.periods(), targeted);
    }

    private Set<String> rowsOf(Wanted wanted, boolean sliced) {
        boolean flows = wanted.names().stream().anyMatch(FigureName::isFlow);
        boolean levels = wanted.names().stream().anyMatch(FigureName::isLevel);
        boolean toldAhead = wanted.names().stream().anyMatch(FigureName::isToldAhead);
        LocalDate horizon = horizon();
        Set<String> rows = new HashSet<>();
        for (ReportingPeriod period : wanted.periods()) {
            if (flows) {
                rows.addAll(sliced ? period.slicedRows() : period.rows());
            }
            if (levels) {
                rows.addAll(LevelRows.at(period.end(), horizon, sliced).all());
            }
            if (toldAhead) {
                rows.addAll(LevelRows.ofToldAhead(period.end(), horizon, sliced).all());
            }
        }
        return rows;
    }

    private static List<String> ids(Wanted wanted, Collection<String> rows) {
        return wanted.stores().stream()
                .flatMap(store -> rows.stream().map(row -> new RowKey(store.storeId(), row).toString()))
                .toList();
    }

    /** The date where it is latest on earth. */
    private LocalDate horizon() {
        return LocalDate.ofInstant(clock.instant().plus(AHEAD), ZoneOffset.ofHours(14));
    }
}
