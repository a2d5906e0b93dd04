package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.catalogue.Figures;
import io.dianmai.kpi.catalogue.Kpi;
import io.dianmai.kpi.counter.Counter;
import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.counter.Slice;
import io.dianmai.kpi.value.FigureReader.Wanted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one door of this package for other answers about the same scopes and periods: explanations, heat map, funnel. */
@Component
public class ValueDesk {
    private static final List<String> COUNTERS =
            Arrays.stream(Counter.values()).map(Counter::catalogueName).toList();

    private final QueryTerms terms;
    private final KpiValues values;
    private final FigureReader figures;
    private final KpiRows rows;

    ValueDesk(QueryTerms terms, KpiValues values, FigureReader figures, KpiRows rows) {
        this.terms = terms;
        this.values = values;
        this.figures = figures;
        this.rows = rows;
    }

    /** Which stores and days are asked for: only stores that the viewer may see. */
    public record Asked(List<StorePublished> stores, ReportingPeriod period) {
        /** In order. */
        public List<String> storeIds() {
            return stores.stream().map(StorePublished::storeId).sorted().toList();
        }

        public LocalDate firstDay() {
            return period.start();
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
        return new Asked(terms.visible(viewer, terms.scope(scope)), terms.period(period));
    }

    /**
     * Reads which value of which dimension a request is about.
     *
     * @return null when it is about whole stores
     * @throws ProblemException when there is no such dimension, or one of the two is missing
     */
    public @Nullable Slice slice(@Nullable String dimension, @Nullable String value) {
        Dimension cut = terms.dimension(dimension, value);
        if (cut == null) {
            return null;
        }
        if (value == null) {
            throw ProblemException.invalid(
                    List.of(new Violation("value", "Say which value of the dimension is meant.")));
        }
        return new Slice(cut, value);
    }

    /** The very value that {@code /api/kpis/values} answers, of one value of a dimension when that is asked for. */
    public Standing standing(Asked asked, Kpi kpi, @Nullable Slice slice) {
        KpiValue value = slice == null
                ? values.values(asked.stores(), asked.period(), List.of(kpi)).getFirst()
                : values.slice(asked.stores(), asked.period(), kpi, slice);
        return new Standing(
                value.value(), value.numerator(), value.denominator(), value.unit(), figures(asked, kpi, slice));
    }

    private Figures figures(Asked asked, Kpi kpi, @Nullable Slice slice) {
        Wanted wanted = new Wanted(asked.stores(), Set.of(asked.period()), new HashSet<>(kpi.names()));
        FigureBook book = slice == null
                ? figures.totals(wanted)
                : Objects.requireNonNull(
                        figures.slices(wanted, slice.dimension(), slice.value()).get(slice.value()));
        return book.in(asked.period()).over(asked.stores());
    }

    /** What happened in the period, by counter; of levels, by how much they moved. */
    public Map<Counter, Long> moved(Asked asked, @Nullable Slice slice) {
        if (slice != null) {
            return movedBy(asked, slice.dimension()).getOrDefault(slice.value(), Map.of());
        }
        Map<Counter, Long> moved = new EnumMap<>(Counter.class);
        rows.totals(asked.rowIds(asked.period().rows()), COUNTERS, (_, counter, amount) -> add(moved, counter, amount));
        return moved;
    }

    /** The same for each value of a dimension, in order of values. */
    public Map<String, Map<Counter, Long>> movedBy(Asked asked, Dimension dimension) {
        Map<String, Map<Counter, Long>> moved = new TreeMap<>();
        rows.slices(
                asked.rowIds(asked.period().slicedRows()),
                dimension,
                COUNTERS,
                (_, value, counter, amount) ->
                        add(moved.computeIfAbsent(value, _ -> new EnumMap<>(Counter.class)), counter, amount));
        return moved;
    }

    private static void add(Map<Counter, Long> sums, String name, long amount) {
        Counter.named(name).ifPresent(counter -> sums.merge(counter, amount, Long::sum));
    }
}
