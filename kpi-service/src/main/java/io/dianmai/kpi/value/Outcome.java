package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kpi.catalogue.Figures;
import io.dianmai.kpi.catalogue.Kpi;
import io.dianmai.kpi.catalogue.KpiKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A KPI worked out over some stores and a period.
 *
 * @param value in the KPI's unit, rounded once; null when there is no denominator or a figure is not there
 * @param exact the same before units and rounding
 * @param numerator in fen where it is money and minutes where it is time
 * @param denominator the same; of a growth what it has grown from; null for a KPI that is no ratio
 * @param withoutPlan how many stores are left out because they have no target plan that the formula asks for
 */
public record Outcome(
        @Nullable BigDecimal value,
        @Nullable BigDecimal exact,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        int withoutPlan) {
    private static final Outcome NONE = new Outcome(null, null, null, null, 0);

    static boolean isGrowth(Kpi kpi) {
        return kpi.kind() == KpiKind.GROWTH;
    }

    static Outcome of(Kpi kpi, Collection<StorePublished> stores, ReportingPeriod period, FigureBook book) {
        return isGrowth(kpi) ? growth(kpi, stores, period, book) : plain(kpi, stores, period, book);
    }

    /** The names in its formulas. */
    static Stream<String> names(Kpi kpi) {
        return Stream.concat(
                kpi.numerator().names().stream(),
                kpi.denominator() == null ? Stream.empty() : kpi.denominator().names().stream());
    }

    private static Outcome plain(Kpi kpi, Collection<StorePublished> stores, ReportingPeriod period, FigureBook book) {
        PeriodFigures figures = book.in(period);
        Collection<StorePublished> planned = planned(kpi, stores, figures);
        int withoutPlan = stores.size() - planned.size();
        if (planned.isEmpty() && withoutPlan > 0) {
            return new Outcome(null, null, null, null, withoutPlan);
        }
        Figures sums = figures.over(planned);
        BigDecimal numerator = kpi.numerator().value(sums);
        if (kpi.denominator() == null) {
            return numerator == null ? NONE : whole(kpi, numerator);
        }
        BigDecimal denominator = kpi.denominator().value(sums);
        return numerator == null || denominator == null ? NONE : ratio(kpi, numerator, denominator, withoutPlan);
    }

    private static Outcome whole(Kpi kpi, BigDecimal numerator) {
        return new Outcome(kpi.unit().of(numerator, BigDecimal.ONE), numerator, numerator, null, 0);
    }

    private static Outcome ratio(Kpi kpi, BigDecimal numerator, BigDecimal denominator, int withoutPlan) {
        if (denominator.signum() == 0) {
            return new Outcome(null, null, numerator, denominator, withoutPlan);
        }
        return new Outcome(
                kpi.unit().of(numerator, denominator),
                numerator.divide(denominator, MathContext.DECIMAL128),
                numerator,
                denominator,
                withoutPlan);
    }

    /** From the period before to this one; what has grown from nothing has no rate. */
    private static Outcome growth(Kpi kpi, Collection<StorePublished> stores, ReportingPeriod period, FigureBook book) {
        BigDecimal now = kpi.numerator().value(book.in(period).over(stores));
        BigDecimal before = kpi.numerator().value(book.in(period.previous()).over(stores));
        if (now == null || before == null) {
            return NONE;
        }
        Outcome grown = ratio(kpi, now.subtract(before), before.abs(), 0);
        return new Outcome(grown.value(), grown.exact(), now, before, 0);
    }

    /**
     * The mean over these stores: of what is relative all of them together, of a count, sum or level the share of one.
     */
    static @Nullable BigDecimal mean(
            Kpi kpi, Collection<StorePublished> stores, ReportingPeriod period, FigureBook book) {
        Outcome together = of(kpi, stores, period, book);
        boolean relative = kpi.denominator() != null || isGrowth(kpi);
        return relative || together.numerator() == null || stores.isEmpty()
                ? together.value()
                : kpi.unit().of(together.numerator(), BigDecimal.valueOf(stores.size()));
    }

    /** Those of the stores that have all the target plans that the formula asks for. */
    static Collection<StorePublished> planned(Kpi kpi, Collection<StorePublished> stores, PeriodFigures figures) {
        List<String> targets =
                names(kpi).filter(name -> FigureName.targeted(name).isPresent()).toList();
        return targets.isEmpty()
                ? stores
                : stores.stream()
                        .filter(store -> targets.stream().allMatch(target -> figures.of(store, target) != null))
                        .toList();
    }
}
