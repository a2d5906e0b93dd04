package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kpi.catalogue.Kpi;
import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.Slice;
import io.dianmai.kpi.value.FigureReader.Wanted;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out KPIs: figures of stores and periods, then the formulas, then what they are compared with. */
@Component
public class KpiValues {
    private final FigureReader reader;
    private final Clock clock;

    KpiValues(FigureReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Values, and how many events were missing among those that they are counted from.
     *
     * @param missingEvents gaps in the numbering of what stores' objects went through
     */
    record Answered(List<KpiValue> values, long missingEvents) {}

    /** What these KPIs stand at over these stores, compared with nothing. */
    public List<KpiValue> values(List<StorePublished> stores, ReportingPeriod period, Collection<Kpi> kpis) {
        return answer(new Question(new Scope.Group(), stores, stores, period, kpis, Set.of()))
                .values();
    }

    /** The same, for each value of one dimension, in order of values. */
    public Map<String, List<KpiValue>> slices(
            List<StorePublished> stores, ReportingPeriod period, Collection<Kpi> kpis, Dimension dimension) {
        return slices(new Question(new Scope.Group(), stores, stores, period, kpis, Set.of()), dimension, null);
    }

    /** What a KPI stands at in one value of a dimension. */
    KpiValue slice(List<StorePublished> stores, ReportingPeriod period, Kpi kpi, Slice slice) {
        Question question = new Question(new Scope.Group(), stores, stores, period, List.of(kpi), Set.of());
        return Objects.requireNonNull(
                        slices(question, slice.dimension(), slice.value()).get(slice.value()))
                .getFirst();
    }

    Answered answer(Question question) {
        Set<String> names = names(question.kpis());
        names.add(FigureName.EVENTS_MISSING);
        FigureBook book = reader.totals(new Wanted(compared(question), periods(question), names));
        Comparing comparing = new Comparing(question, question.stores(), book, aims(question), pace(question));
        BigDecimal missing = book.in(question.period()).over(question.stores()).of(FigureName.EVENTS_MISSING);
        return new Answered(
                question.kpis().stream().map(comparing::value).toList(),
                Objects.requireNonNull(missing).longValueExact());
    }

    Map<String, List<KpiValue>> slices(Question question, Dimension dimension, @Nullable String only) {
        Map<String, StorePublished> byId =
                question.stores().stream().collect(Collectors.toMap(StorePublished::storeId, Function.identity()));
        Aims aims = aims(question);
        Map<String, List<KpiValue>> values = new TreeMap<>();
        reader.slices(new Wanted(question.stores(), periods(question), names(question.kpis())), dimension, only)
                .forEach((value, book) -> {
                    List<StorePublished> involved =
                            book.table().stores().stream().map(byId::get).toList();
                    Comparing comparing = new Comparing(question, involved, book, aims, pace(question));
                    values.put(
                            value,
                            question.kpis().stream().map(comparing::value).toList());
                });
        return values;
    }

    /**
     * Where peers stand, in no order.
     *
     * @param peers the stores of each
     * @param everyone all stores of the group, for the mean of a brand
     */
    public List<Standing> standings(
            Kpi kpi, ReportingPeriod period, Map<String, List<StorePublished>> peers, List<StorePublished> everyone) {
        List<StorePublished> stores =
                peers.values().stream().flatMap(List::stream).toList();
        Question question = new Question(new Scope.Group(), stores, everyone, period, List.of(kpi), Set.of());
        boolean brandMean = peers.values().stream().anyMatch(theirs -> Aims.isBrandMean(kpi, theirs));
        FigureBook book =
                reader.totals(new Wanted(brandMean ? everyone : stores, periods(question), names(question.kpis())));
        boolean single = peers.values().stream().allMatch(theirs -> theirs.size() == 1);
        Aims aims = new Aims(
                reader.plans(stores, List.of(period), Aims.names(question.kpis(), single ? 1 : stores.size())));
        return new Comparing(question, stores, book, aims, pace(question)).standings(kpi, peers);
    }

    /**
     * What a KPI stood at in each of these periods.
     *
     * @param slice what to cut it to; null for the stores as a whole
     */
    public List<Outcome> series(
            List<StorePublished> stores, List<ReportingPeriod> periods, Kpi kpi, @Nullable Slice slice) {
        Set<ReportingPeriod> needed = new LinkedHashSet<>(periods);
        if (Outcome.isGrowth(kpi)) {
            periods.forEach(period -> needed.add(period.previous()));
        }
        Wanted wanted = new Wanted(stores, needed, names(List.of(kpi)));
        FigureBook book = slice == null
                ? reader.totals(wanted)
                : Objects.requireNonNull(
                        reader.slices(wanted, slice.dimension(), slice.value()).get(slice.value()));
        return periods.stream()
                .map(period -> Outcome.of(kpi, stores, period, book))
                .toList();
    }

    private static Set<String> names(Collection<Kpi> kpis) {
        return kpis.stream().flatMap(Outcome::names).collect(Collectors.toSet());
    }

    private Aims aims(Question question) {
        return new Aims(
                question.asks(Comparison.TARGET)
                        ? reader.plans(
                                question.stores(),
                                List.of(question.period()),
                                Aims.names(question.kpis(), question.stores().size()))
                        : (_, _, _, _, _) -> null);
    }

    private Pace pace(Question question) {
        return new Pace(question.period(), clock.instant());
    }

    /** The stores asked for, and those that they are compared with. */
    private static Collection<StorePublished> compared(Question question) {
        if (question.asks(Comparison.RANK)) {
            return question.everyone();
        }
        boolean brandMean = question.asks(Comparison.BRAND_MEAN)
                || (question.asks(Comparison.TARGET)
                        && question.kpis().stream().anyMatch(kpi -> Aims.isBrandMean(kpi, question.stores())));
        List<StorePublished> brand = brandMean
                ? Peers.commonBrand(question.stores())
                        .map(new Peers(question.everyone())::ofBrand)
                        .orElse(List.of())
                : List.of();
        // Whoever is in the brand is in its list as well.
        return brand.isEmpty() ? question.stores() : brand;
    }

    /** The period, those that it is compared with, and of growth each one's predecessor. */
    private static Set<ReportingPeriod> periods(Question question) {
        List<ReportingPeriod> asked = new ArrayList<>(List.of(question.period()));
        if (question.asks(Comparison.PREVIOUS)) {
            asked.add(question.period().previous());
        }
        if (question.asks(Comparison.LAST_YEAR)) {
            question.period().sameLastYear().ifPresent(asked::add);
        }
        boolean growth = question.kpis().stream().anyMatch(Outcome::isGrowth);
        return asked.stream()
                .flatMap(period -> growth ? Stream.of(period, period.previous()) : Stream.of(period))
                .collect(Collectors.toSet());
    }
}
