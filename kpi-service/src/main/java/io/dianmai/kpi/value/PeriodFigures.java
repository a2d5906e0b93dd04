package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kpi.catalogue.Figures;
import io.dianmai.kpi.counter.Slice;
import io.dianmai.kpi.target.TargetPlans;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one period: of single stores, and summed over several.
 *
 * @param rows periods of the rows that make up the period
 * @param slice what they are cut to; the registry tells nothing of slices
 */
record PeriodFigures(
        ReportingPeriod period,
        List<String> rows,
        LevelRows levels,
        LevelRows levelsToldAhead,
        RowTable table,
        TargetPlans.Loaded plans,
        @Nullable Slice slice) {

    /** The sums over these stores; where one of them has no such figure there is none. */
    Figures over(Collection<StorePublished> stores) {
        return name -> sum(stores, store -> of(store, name));
    }

    /** The same, but targets only as far as they are due by the day that is told of each store. */
    Figures toDate(Collection<StorePublished> stores, Function<StorePublished, LocalDate> due) {
        return name -> sum(
                stores,
                store -> FigureName.targeted(name)
                        .map(aim -> planned(store, aim, due.apply(store)))
                        .orElseGet(() -> of(store, name)));
    }

    @Nullable
    BigDecimal of(StorePublished store, String name) {
        if (FigureName.isFlow(name)) {
            return BigDecimal.valueOf(table.sum(store.storeId(), rows, name));
        }
        if (FigureName.isLevel(name)) {
            return level(store, levels, name);
        }
        if (FigureName.isToldAhead(name)) {
            return level(store, levelsToldAhead, name);
        }
        String aim = FigureName.targeted(name).orElse(null);
        return aim == null ? registered(store, name) : planned(store, aim, period.end());
    }

    private BigDecimal level(StorePublished store, LevelRows levels, String name) {
        return BigDecimal.valueOf(table.sum(store.storeId(), levels.added(), name)
                - table.sum(store.storeId(), levels.takenBack(), name));
    }

    private @Nullable BigDecimal planned(StorePublished store, String aim, LocalDate last) {
        return slice == null || Aims.canOwn(slice) ? plans.of(store.storeId(), aim, slice, period.start(), last) : null;
    }

    private @Nullable BigDecimal registered(StorePublished store, String name) {
        var figure = RegistryFigures.of(store, period, name);
        return slice == null && figure.isPresent() ? BigDecimal.valueOf(figure.getAsLong()) : null;
    }

    private static @Nullable BigDecimal sum(
            Collection<StorePublished> stores, Function<StorePublished, @Nullable BigDecimal> figure) {
        BigDecimal sum = BigDecimal.ZERO;
        for (StorePublished store : stores) {
            BigDecimal amount = figure.apply(store);
            if (amount == null) {
                return null;
            }
            sum = sum.add(amount);
        }
        return sum;
    }
}
