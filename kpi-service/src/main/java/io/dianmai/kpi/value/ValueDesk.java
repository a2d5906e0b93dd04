package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.catalogue.Figures;
import io.dianmai.kpi.catalogue.Kpi;
import io.dianmai.kpi.counter.Counter;
import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.counter.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The one door of this package for other answers about the same scopes and periods: explanations, heat map, funnel. */
@Component
public class ValueDesk {
    private static final ProblemType UNKNOWN_SCOPE =
            ProblemType.of("unknown-scope", "There is no such scope", HttpStatus.BAD_REQUEST);
    private static final ProblemType UNKNOWN_PERIOD =
            ProblemType.of("unknown-period", "There is no such period", HttpStatus.BAD_REQUEST);

    private static final ProblemType UNKNOWN_DIMENSION =
            ProblemType.of("unknown-dimension", "There is no such dimension", HttpStatus.BAD_REQUEST);

    private final StoreReplica stores;
    private final KpiValues values;
    private final KpiRows rows;

    ValueDesk(StoreReplica stores, KpiValues values, KpiRows rows) {
        this.stores = stores;
        this.values = values;
        this.rows = rows;
    }

    /** Which stores and days are asked for: only stores that the viewer may see. */
    public static final class Asked {
        private final List<StorePublished> stores;
        private final ReportingPeriod period;

        Asked(List<StorePublished> stores, ReportingPeriod period) {
            this.stores = stores;
            this.period = period;
        }

        /** In order. */
        public List<String> storeIds() {
            return stores.stream().map(StorePublished::storeId).sorted().toList();
        }

        public LocalDate firstDay() {
            return switch (period) {
                case ReportingPeriod.Day(LocalDate day) -> day;
                case ReportingPeriod.Month month -> month.end().withDayOfMonth(1);
                case ReportingPeriod.Year year -> year.end().withDayOfYear(1);
            };
        }

        public LocalDate lastDay() {
            return period.end();
        }

        private List<String> rowIds(List<String> periods) {
            return stores.stream()
                    .flatMap(store -> periods.stream().map(row -> new RowKey(store.storeId(), row).toString()))
                    .toList();
        }
    }

    /**
     * What a KPI stands at, and out of what.
     *
     * @param figures the numbers that its formulas were worked out over
     */
    public record Standing(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            String unit,
            Figures figures) {}

    /**
     * Reads scope and period of a request.
     *
     * @throws ProblemException when there is no such scope or period, or nothing in it for this viewer
     */
    public Asked asked(Viewer viewer, String scope, String period) {
        Scope over = Scope.parse(scope)
                .orElseThrow(() ->
                        new ProblemException(UNKNOWN_SCOPE, "scope is group, region:<id>, brand:<id> or store:<id>."));
        ReportingPeriod span = ReportingPeriod.parse(period)
                .orElseThrow(() -> new ProblemException(
                        UNKNOWN_PERIOD,
                        "period is a day (2026-11-21), a month (2026-11) or a year (2026), from 2000 to 2100."));
        List<StorePublished> visible = stores.all().stream()
                .filter(over::contains)
                .filter(store -> viewer.maySee(store.storeId()))
                .toList();
        if (visible.isEmpty() && !(over instanceof Scope.Group)) {
            throw ProblemException.notFound();
        }
        return new Asked(visible, span);
    }

    /**
     * Reads which value of which dimension a request is about.
     *
     * @return null when it is about whole stores
     * @throws ProblemException when there is no such dimension, or one of the two is missing
     */
    public static @Nullable Slice slice(@Nullable String dimension, @Nullable String value) {
        if (dimension == null && value == null) {
            return null;
        }
        if (dimension == null || value == null) {
            throw ProblemException.invalid(List.of(
                    new Violation(dimension == null ? "dimension" : "value", "dimension and value belong together.")));
        }
        return Dimension.named(dimension)
                .map(known -> new Slice(known, value))
                .orElseThrow(() -> new ProblemException(
                        UNKNOWN_DIMENSION, "dimension is advisor, team, channel, activity, model or competitor."));
    }

    /** The very value that {@code /api/kpis/values} answers, of one value of a dimension when that is asked for. */
    public Standing standing(Asked asked, Kpi kpi, @Nullable Slice slice) {
        CounterSums sums = values.sums(asked.stores, asked.period, List.of(kpi), slice);
        KpiValue value = KpiValue.of(kpi, sums, null);
        return new Standing(value.value(), value.numerator(), value.denominator(), value.unit(), sums);
    }

    /** What happened in the period, by counter; of levels, by how much they moved. */
    public Map<Counter, Long> moved(Asked asked, @Nullable Slice slice) {
        Map<Counter, Long> moved = new EnumMap<>(Counter.class);
        if (slice == null) {
            rows.totals(asked.rowIds(asked.period.rows()), summing(moved));
            return moved;
        }
        return movedBy(asked, slice.dimension()).getOrDefault(slice.value(), moved);
    }

    /** The same for each value of a dimension, in order of values. */
    public Map<String, Map<Counter, Long>> movedBy(Asked asked, Dimension dimension) {
        Map<String, Map<Counter, Long>> moved = new TreeMap<>();
        rows.slices(
                asked.rowIds(asked.period.rows()),
                dimension,
                value -> summing(moved.computeIfAbsent(value, _ -> new EnumMap<>(Counter.class))));
        return moved;
    }

    private static BiConsumer<String, Long> summing(Map<Counter, Long> sums) {
        return (name, amount) -> Counter.named(name).ifPresent(counter -> sums.merge(counter, amount, Long::sum));
    }
}
