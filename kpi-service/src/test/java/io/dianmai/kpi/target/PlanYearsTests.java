package io.dianmai.kpi.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanYearsTests {
    private static final WorkingDays DAYS = WorkingDays.of(Sample.hours2026());

    private static PlanYears years(Aim aim, Plan... plans) {
        Map<Integer, Plan> byYear = new HashMap<>();
        for (Plan plan : plans) {
            byYear.put(plan.key().year(), plan);
        }
        return new PlanYears(byYear, aim, DAYS);
    }

    private static PlanYears orders(PlanVersion... versions) {
        return years(Sample.orders(), Sample.plan("orders", TargetOwner.store(), 2026, versions));
    }

    private static @Nullable BigDecimal over(PlanYears plan, String from, String to) {
        return plan.over(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void aMonthIsSpreadOverItsWorkingDays() {
        PlanYears plan = orders(Sample.flat("2026-01-01", "100"));

        assertThat(over(plan, "2026-10-01", "2026-10-07")).isEqualByComparingTo("0");
        assertThat(over(plan, "2026-10-08", "2026-10-08")).isEqualByComparingTo("4.76");
        assertThat(over(plan, "2026-10-09", "2026-10-09")).isEqualByComparingTo("4.76");
        assertThat(over(plan, "2026-10-01", "2026-10-10")).isEqualByComparingTo("14.29");
        assertThat(over(plan, "2026-10-01", "2026-10-31")).isEqualByComparingTo("100");
        assertThat(over(plan, "2026-10-01", "2026-12-31")).isEqualByComparingTo("300");
    }

    @Test
    void moneyStaysInWholeFen() {
        PlanYears plan = years(
                Sample.revenue(),
                Sample.plan("repairRevenue", TargetOwner.store(), 2026, Sample.flat("2026-01-01", "10000001")));

        assertThat(over(plan, "2026-10-08", "2026-10-08")).isEqualByComparingTo("476191");
    }

    @Test
    void aLaterVersionTakesOverFromItsDayOn() {
        PlanYears plan = orders(Sample.flat("2026-01-01", "27"), Sample.flat("2026-09-15", "54"));

        assertThat(over(plan, "2026-09-14", "2026-09-14")).isEqualByComparingTo("1");
        assertThat(over(plan, "2026-09-15", "2026-09-15")).isEqualByComparingTo("2");
        assertThat(over(plan, "2026-09-01", "2026-09-30")).isEqualByComparingTo("42");
        assertThat(over(plan, "2026-08-01", "2026-08-31")).isEqualByComparingTo("27");
        assertThat(over(plan, "2026-11-01", "2026-11-30")).isEqualByComparingTo("54");
    }

    @Test
    void whatIsEnteredLastCountsAlsoForDaysThatWerePlannedBefore() {
        PlanYears plan =
                orders(Sample.flat("2026-01-01", "1"), Sample.flat("2026-07-01", "2"), Sample.flat("2026-05-01", "3"));

        assertThat(over(plan, "2026-04-01", "2026-04-30")).isEqualByComparingTo("1");
        assertThat(over(plan, "2026-08-01", "2026-08-31")).isEqualByComparingTo("3");
    }

    @Test
    void daysWithoutPlanHaveNoTargetInsteadOfALowerOne() {
        PlanYears plan = orders(Sample.flat("2026-03-15", "10"));

        assertThat(over(plan, "2026-03-14", "2026-03-14")).isNull();
        assertThat(over(plan, "2026-03-01", "2026-03-31")).isNull();
        assertThat(over(plan, "2026-03-15", "2026-03-31")).isNotNull();
        assertThat(over(plan, "2026-12-28", "2027-01-03")).isNull();
    }

    @Test
    void aPlanThatWasTakenBackPlansNothingFromThatDayOn() {
        PlanYears plan = orders(
                Sample.flat("2026-01-01", "10"), PlanVersion.withdrawal(LocalDate.of(2026, 7, 1), "hq", Sample.NOW));

        assertThat(over(plan, "2026-06-01", "2026-06-30")).isEqualByComparingTo("10");
        assertThat(over(plan, "2026-07-01", "2026-07-01")).isNull();
    }

    @Test
    void aWeekOverTheTurnOfTheYearHasPartsOfBothPlans() {
        PlanYears plan = years(
                Sample.orders(),
                Sample.plan("orders", TargetOwner.store(), 2026, Sample.flat("2026-01-01", "27")),
                Sample.plan("orders", TargetOwner.store(), 2027, Sample.flat("2027-01-01", "52")));

        assertThat(over(plan, "2026-12-28", "2027-01-03")).isEqualByComparingTo("8");
    }

    @Test
    void anAimOfARatioIsTheMeanOverDays() {
        PlanYears plan = years(
                Sample.rate(),
                Sample.plan(
                        "close-rate",
                        TargetOwner.store(),
                        2026,
                        Sample.version(
                                "2026-01-01", "16", "25", "50", "50", "50", "50", "50", "50", "50", "50", "50", "50")));

        assertThat(over(plan, "2026-01-20", "2026-01-20")).isEqualByComparingTo("16");
        assertThat(over(plan, "2026-01-01", "2026-03-31")).isEqualByComparingTo("30.511111");
        assertThat(over(plan, "2026-04-01", "2026-12-31")).isEqualByComparingTo("50");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theDaysOfAnyPartitionOfAYearSumToTheYear(long seed) {
        Random random = new Random(seed);
        PlanYears plan = orders(randomVersions(random));
        LocalDate newYear = LocalDate.of(2026, 1, 1);
        LocalDate newYearsEve = LocalDate.of(2026, 12, 31);
        BigDecimal daily = newYear.datesUntil(newYearsEve.plusDays(1))
                .map(day -> plan.over(day, day))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        for (int partition = 0; partition < 50; partition++) {
            BigDecimal sum = BigDecimal.ZERO;
            LocalDate from = newYear;
            while (!from.isAfter(newYearsEve)) {
                LocalDate to = from.plusDays(random.nextInt(60));
                to = to.isAfter(newYearsEve) ? newYearsEve : to;
                sum = sum.add(plan.over(from, to));
                from = to.plusDays(1);
            }
            assertThat(sum).isEqualByComparingTo(daily);
        }
        assertThat(plan.over(newYear, newYearsEve)).isEqualByComparingTo(daily);
    }

    private static PlanVersion[] randomVersions(Random random) {
        List<PlanVersion> versions = new ArrayList<>();
        versions.add(randomVersion(random, LocalDate.of(2026, 1, 1)));
        for (int i = random.nextInt(3); i > 0; i--) {
            versions.add(randomVersion(random, LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365))));
        }
        return versions.toArray(PlanVersion[]::new);
    }

    private static PlanVersion randomVersion(Random random, LocalDate from) {
        String[] months = random.doubles(12, 0, 1_000)
                .mapToObj(figure -> BigDecimal.valueOf((long) (figure * 1_000), random.nextInt(4))
                        .toPlainString())
                .toArray(String[]::new);
        return Sample.version(from.toString(), months);
    }
}
