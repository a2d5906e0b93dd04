package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.kpi.catalogue.Kpi;
import io.dianmai.kpi.counter.Counter;
import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.counter.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out KPIs: sums of rows over stores and periods, then the formulas. */
@Component
class KpiValues {
    private final KpiRows rows;
    private final Clock clock;

    KpiValues(KpiRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    List<KpiValue> values(Collection<StorePublished> stores, ReportingPeriod period, Collection<Kpi> kpis) {
        return evaluate(kpis, totals(stores, period, kpis), commonTier(stores));
    }

    /** The figures that the formulas of these KPIs are worked out over, of one value of a dimension if that is given. */
    CounterSums sums(
            Collection<StorePublished> stores, ReportingPeriod period, Collection<Kpi> kpis, @Nullable Slice slice) {
        return slice == null
                ? totals(stores, period, kpis)
                : sliced(stores, period, kpis, slice.dimension()).getOrDefault(slice.value(), new CounterSums());
    }

    private CounterSums totals(Collection<StorePublished> stores, ReportingPeriod period, Collection<Kpi> kpis) {
        CounterSums sums = new CounterSums();
        rows.totals(ids(stores, period.rows()), sums.flows());
        if (needLevels(kpis)) {
            rows.totals(ids(stores, List.of(RowKey.EVER)), sums.levels());
            rows.totals(ids(stores, period.rowsAfter(latestToday())), sums.laterMoves());
        }
        return sums;
    }

    /** The same, for each value of one dimension, in order of values. */
    Map<String, List<KpiValue>> slices(
            Collection<StorePublished> stores, ReportingPeriod period, Collection<Kpi> kpis, Dimension dimension) {
        Tier tier = commonTier(stores);
        Map<String, List<KpiValue>> values = new TreeMap<>();
        sliced(stores, period, kpis, dimension).forEach((value, sum) -> values.put(value, evaluate(kpis, sum, tier)));
        return values;
    }

    private Map<String, CounterSums> sliced(
            Collection<StorePublished> stores, ReportingPeriod period, Collection<Kpi> kpis, Dimension dimension) {
        Map<String, CounterSums> sums = new TreeMap<>();
        rows.slices(
                ids(stores, period.rows()),
                dimension,
                value -> slice(sums, value).flows());
        if (needLevels(kpis)) {
            rows.slices(
                    ids(stores, List.of(RowKey.EVER)),
                    dimension,
                    value -> slice(sums, value).levels());
            rows.slices(
                    ids(stores, period.rowsAfter(latestToday())),
                    dimension,
                    value -> slice(sums, value).laterMoves());
        }
        return sums;
    }

    private static CounterSums slice(Map<String, CounterSums> sums, String value) {
        return sums.computeIfAbsent(value, _ -> new CounterSums());
    }

    private static List<KpiValue> evaluate(Collection<Kpi> kpis, CounterSums sums, @Nullable Tier tier) {
        return kpis.stream().map(kpi -> KpiValue.of(kpi, sums, tier)).toList();
    }

    private static List<String> ids(Collection<StorePublished> stores, List<String> periods) {
        return stores.stream()
                .flatMap(store -> periods.stream().map(period -> new RowKey(store.storeId(), period).toString()))
                .toList();
    }

    private static boolean needLevels(Collection<Kpi> kpis) {
        return kpis.stream()
                .flatMap(kpi -> Stream.concat(
                        kpi.numerator().counters().stream(),
                        kpi.denominator() == null ? Stream.empty() : kpi.denominator().counters().stream()))
                .anyMatch(Counter::isGauge);
    }

    private static @Nullable Tier commonTier(Collection<StorePublished> stores) {
        Set<Tier> tiers = stores.stream().map(StorePublished::tier).collect(Collectors.toSet());
        return tiers.size() == 1 ? tiers.iterator().next() : null;
    }

    /** The date where it is latest on earth: no store's today lies beyond it. */
    private LocalDate latestToday() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
    }
}
