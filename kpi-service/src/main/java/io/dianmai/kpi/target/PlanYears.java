package io.dianmai.kpi.target;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plans of one owner for one counter or KPI, year by year, and what they come to over some days.
 *
 * @param byYear the years that have a plan
 */
record PlanYears(Map<Integer, Plan> byYear, Aim aim, WorkingDays workingDays) {
    private static final int AIM_DECIMALS = 6;

    /** Days on end within a month on which one version counts and the staff stays the same. */
    private record Stretch(LocalDate from, LocalDate to, BigDecimal monthFigure) {}

    /** What is aimed at over these days; null when not all of them are planned. */
    @Nullable
    BigDecimal over(LocalDate from, LocalDate to) {
        return aim.additive() ? sum(from, to, Stream.of(), _ -> Part.WHOLE) : mean(from, to);
    }

    /**
     * The part of somebody among whom it is shared out.
     *
     * @param changes days from which on the parts are others
     * @param partOn the part on a day; null for nothing
     */
    @Nullable
    BigDecimal share(
            LocalDate from, LocalDate to, Stream<LocalDate> changes, Function<LocalDate, @Nullable Part> partOn) {
        return aim.additive() ? sum(from, to, changes, partOn) : mean(from, to);
    }

    private @Nullable BigDecimal sum(
            LocalDate from, LocalDate to, Stream<LocalDate> changes, Function<LocalDate, @Nullable Part> partOn) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Stretch stretch : stretches(from, to, changes)) {
            if (stretch == null) {
                return null;
            }
            Part part = partOn.apply(stretch.from());
            if (part != null) {
                sum = sum.add(amount(stretch, part));
            }
        }
        return Spread.plain(sum);
    }

    private BigDecimal amount(Stretch stretch, Part part) {
        return running(stretch, stretch.to(), part)
                .subtract(running(stretch, stretch.from().minusDays(1), part));
    }

    /** What the month has come to by the end of a day. */
    private BigDecimal running(Stretch stretch, LocalDate day, Part part) {
        YearMonth month = YearMonth.from(stretch.from());
        int done = workingDays.weight(month.atDay(1), day, month);
        int all = workingDays.weight(month.atDay(1), month.atEndOfMonth(), month);
        int decimals = aim.unit().dayDecimals();
        return part.of(Spread.upTo(stretch.monthFigure(), done, all, decimals), decimals);
    }

    private @Nullable BigDecimal mean(LocalDate from, LocalDate to) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Stretch stretch : stretches(from, to, Stream.of())) {
            if (stretch == null) {
                return null;
            }
            sum = sum.add(stretch.monthFigure().multiply(days(stretch.from(), stretch.to())));
        }
        BigDecimal mean = sum.divide(days(from, to), MathContext.DECIMAL128);
        return Spread.plain(mean.setScale(AIM_DECIMALS, RoundingMode.HALF_UP));
    }

    private static BigDecimal days(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to) + 1);
    }

    /** The days cut into stretches, in order; null stands for one that nothing is planned for. */
    private List<@Nullable Stretch> stretches(LocalDate from, LocalDate to, Stream<LocalDate> changes) {
        TreeSet<LocalDate> starts = new TreeSet<>();
        starts.add(from);
        Stream.of(monthsAfter(from, to), versions(), changes)
                .flatMap(Function.identity())
                .filter(day -> day.isAfter(from) && !day.isAfter(to))
                .forEach(starts::add);
        return starts.stream()
                .<@Nullable Stretch>map(start -> stretch(start, starts.higher(start), to))
                .toList();
    }

    private @Nullable Stretch stretch(LocalDate start, @Nullable LocalDate next, LocalDate to) {
        Plan plan = byYear.get(start.getYear());
        return plan == null
                ? null
                : plan.monthFigure(start)
                        .map(figure -> new Stretch(start, next == null ? to : next.minusDays(1), figure))
                        .orElse(null);
    }

    private Stream<LocalDate> versions() {
        return byYear.values().stream()
                .flatMap(plan -> plan.versions().stream())
                .map(PlanVersion::effectiveFrom);
    }

    private static Stream<LocalDate> monthsAfter(LocalDate from, LocalDate to) {
        return Stream.iterate(
                        YearMonth.from(from).plusMonths(1),
                        month -> !month.atDay(1).isAfter(to),
                        month -> month.plusMonths(1))
                .map(month -> month.atDay(1));
    }
}
