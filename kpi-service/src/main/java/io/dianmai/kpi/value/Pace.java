package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kpi.catalogue.Kpi;
import io.dianmai.kpi.target.WorkingDays;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * 进度: where a running period should be by now. By the plan's own spread over days, else by the share of the working days
 * that have gone, today counted in full. Only of what adds up over the days: counts, sums, and what is measured
 * against a target plan.
 */
record Pace(ReportingPeriod period, Instant now) {
    private static final int DECIMALS = 2;

    /** The last day that is due for a store: today, within the period. */
    LocalDate due(StorePublished store) {
        LocalDate today = today(store);
        if (today.isBefore(period.start())) {
            return period.start();
        }
        return today.isAfter(period.end()) ? period.end() : today;
    }

    /** Whether it has begun and not ended, at one of these stores at least. */
    boolean runs(Collection<StorePublished> stores) {
        return stores.stream()
                .map(this::today)
                .anyMatch(today -> !today.isBefore(period.start()) && !today.isAfter(period.end()));
    }

    /** What should be reached by now of an aim; null for what does not build up over the days. */
    @Nullable
    BigDecimal expected(Kpi kpi, Aim aim, Collection<StorePublished> stores, FigureBook book, Aims aims) {
        BigDecimal whole = aim.from();
        if (whole == null || aim.kind() == Aim.Kind.RANGE || !runs(stores)) {
            return null;
        }
        if (Aims.addsUp(kpi)) {
            return aim.kind() == Aim.Kind.PLAN
                    ? aims.planned(kpi, stores, book.slice(), period.start(), this::due)
                    : share(whole, workingDays(stores, true), workingDays(stores, false));
        }
        return againstPlan(kpi, whole, stores, book.in(period));
    }

    /** The denominator is what is planned: so much of it as is due. */
    private @Nullable BigDecimal againstPlan(
            Kpi kpi, BigDecimal aim, Collection<StorePublished> stores, PeriodFigures figures) {
        if (kpi.denominator() == null
                || kpi.denominator().names().stream()
                        .allMatch(name -> FigureName.targeted(name).isEmpty())) {
            return null;
        }
        Collection<StorePublished> planned = Outcome.planned(kpi, stores, figures);
        return share(
                aim,
                kpi.denominator().value(figures.toDate(planned, this::due)),
                kpi.denominator().value(figures.over(planned)));
    }

    private BigDecimal workingDays(Collection<StorePublished> stores, boolean gone) {
        return BigDecimal.valueOf(stores.stream()
                .mapToLong(store ->
                        WorkingDays.of(store.businessHours()).between(period.start(), gone ? due(store) : period.end()))
                .sum());
    }

    private LocalDate today(StorePublished store) {
        return LocalDate.ofInstant(now, ZoneId.of(store.zone()));
    }

    private static @Nullable BigDecimal share(BigDecimal whole, @Nullable BigDecimal part, @Nullable BigDecimal parts) {
        if (part == null || parts == null || parts.signum() == 0) {
            return null;
        }
        return Aim.plain(
                whole.multiply(part).divide(parts, MathContext.DECIMAL128).setScale(DECIMALS, RoundingMode.HALF_UP));
    }
}
