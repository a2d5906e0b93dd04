package io.dianmai.kpi.value;

import static io.dianmai.kpi.counter.Counter.FOLLOW_UPS_OVERDUE;
import static io.dianmai.kpi.counter.Counter.LEADS_REGISTERED;
import static io.dianmai.kpi.counter.Counter.ORDERS;
import static io.dianmai.kpi.counter.Counter.STOCK_OVER_90_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.kit.test.MutableClock;
import io.dianmai.kpi.catalogue.Kpi;
import io.dianmai.kpi.catalogue.Kpi.Better;
import io.dianmai.kpi.catalogue.KpiKind;
import io.dianmai.kpi.catalogue.KpiUnit;
import io.dianmai.kpi.catalogue.TestKpis;
import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.Slice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small group, counted by hand, over every kind of period and level. Now is noon of 21 November 2026 in Shanghai. */
class KpiValuesTests {
    private static final StorePublished S1 = TestGroup.store("S1", "B1", "R1");
    private static final StorePublished S2 = TestGroup.store("S2", "B1", "R2");
    private static final StorePublished S3 = TestGroup.store("S3", "B2", "R2", Tier.PREMIUM, "America/New_York");
    private static final List<StorePublished> GROUP = List.of(S1, S2, S3);
    private static final Kpi ORDERED = TestKpis.kpi(KpiKind.COUNT, "orders", null, KpiUnit.COUNT, Better.HIGHER, null);
    private static final Kpi CLOSE_RATE =
            TestKpis.kpi(KpiKind.RATIO, "orders", "leadsRegistered", KpiUnit.PERCENT, Better.HIGHER, "40");
    private static final Kpi OVERDUE =
            TestKpis.kpi(KpiKind.GAUGE, "followUpsOverdue", null, KpiUnit.COUNT, Better.LOWER, "0");

    private static final Kpi AGED =
            TestKpis.kpi(KpiKind.GAUGE, "stockOver90Days", null, KpiUnit.COUNT, Better.LOWER, "0");

    private final TestStore store = new TestStore();
    private final TestPlans plans = new TestPlans();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T04:00:00Z"));
    private final KpiRows rows = new KpiRows(store.mongo(), new RowsAtHand());
    private final KpiValues values = new KpiValues(new FigureReader(rows, plans, clock), clock);

    @BeforeEach
    void count() {
        rows.write(new Ledger()
                // The last instant of 2025 in Shanghai, and the first of 2026; in New York it is still New Year's Eve.
                .add(S1, "2025-12-31T15:59:59.999Z", ORDERS, 1, "A1")
                .add(S1, "2025-12-31T16:00:00Z", ORDERS, 2, "A1")
                .add(S3, "2025-12-31T16:00:00Z", ORDERS, 100)
                .add(S1, "2026-11-10T15:59:59.999Z", ORDERS, 10, "A1")
                .add(S1, "2026-11-10T16:00:00Z", ORDERS, 20, "A2")
                .add(S1, "2026-11-20T16:00:00Z", ORDERS, 40, "A2")
                .add(S2, "2026-11-16T02:00:00Z", ORDERS, 3)
                .add(S2, "2025-11-05T02:00:00Z", ORDERS, 6)
                .add(S3, "2026-10-31T16:00:00Z", ORDERS, 200)
                .add(S1, "2026-11-05T02:00:00Z", LEADS_REGISTERED, 140, "A1")
                .add(S2, "2026-11-05T02:00:00Z", LEADS_REGISTERED, 4)
                .add(S1, "2025-12-30T02:00:00Z", FOLLOW_UPS_OVERDUE, 5, "A1")
                .add(S1, "2026-09-02T02:00:00Z", FOLLOW_UPS_OVERDUE, -2, "A1")
                .add(S1, "2026-09-29T02:00:00Z", FOLLOW_UPS_OVERDUE, 4, "A2")
                .add(S1, "2026-11-20T02:00:00Z", FOLLOW_UPS_OVERDUE, -1, "A2")
                .rows());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, 101", // S1's last instant, and S3 whose zone is still there
        "2026-01-01, 2",
        "2026-11-10, 10",
        "2026-11-11, 20",
        "2026-11-T1, 10",
        "2026-11-T2, 23",
        "2026-11-T3, 40",
        "2026-10-T3, 200", // 31 October 12:00 in New York
        "2026-W45, 0",
        "2026-W46, 30", // S1 on Tuesday and Wednesday
        "2026-W47, 43",
        "2026-W01, 103", // from 29 December 2025 to 4 January 2026
        "2026-11, 73",
        "2026-10, 200",
        "2026-Q4, 273",
        "2026-Q1, 2",
        "2025-Q4, 107",
        "2026, 275",
        "2025, 107",
        "2024, 0"
    })
    void sumsOrdersOfTheGroupInEachStoresOwnZone(String period, long orders) {
        assertThat(value(GROUP, period, ORDERED)).isEqualByComparingTo(BigDecimal.valueOf(orders));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-29, 0",
        "2025-12-30, 5",
        "2025-12, 5",
        "2026-09-01, 5",
        "2026-09-02, 3",
        "2026-09-28, 3",
        "2026-09-T1, 3",
        "2026-09-29, 7",
        "2026-W40, 7",
        "2026-Q3, 7",
        "2026-11-19, 7",
        "2026-11-20, 6",
        "2026-11-21, 6",
        "2026-11, 6",
        "2026, 6",
        "2025, 5",
        "2024, 0"
    })
    void aLevelIsWhatItWasAtTheEndOfThePeriodOrIsNow(String period, long overdue) {
        assertThat(value(GROUP, period, OVERDUE)).isEqualByComparingTo(BigDecimal.valueOf(overdue));
        assertThat(series(GROUP, period, OVERDUE, new Slice(Dimension.ADVISOR, "A1"))
                        .add(series(GROUP, period, OVERDUE, new Slice(Dimension.ADVISOR, "A2"))))
                .isEqualByComparingTo(BigDecimal.valueOf(overdue));
    }

    /** One vehicle was sold before it was aged, one has been aged since the 10th, two will be if nobody buys them. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-31, 0",
        "2026-11-09, 0",
        "2026-11-10, 1",
        "2026-11-T1, 1",
        "2026-11-21, 1",
        "2026-11, 1",
        "2026-Q4, 1",
        "2026, 1",
        "2026-12-31, 1",
        "2025, 0"
    })
    void whatIsToldAheadCountsFromItsDayOn(String period, long aged) {
        rows.write(new Ledger()
                .add(S1, "2026-11-05T02:00:00Z", STOCK_OVER_90_DAYS, 1, "A1")
                .add(S1, "2026-11-05T02:00:00Z", STOCK_OVER_90_DAYS, -1, "A1")
                .add(S1, "2026-11-10T02:00:00Z", STOCK_OVER_90_DAYS, 1, "A1")
                .add(S1, "2026-11-25T02:00:00Z", STOCK_OVER_90_DAYS, 1, "A1")
                .add(S1, "2026-12-24T02:00:00Z", STOCK_OVER_90_DAYS, 1, "A1")
                .rows(2));

        assertThat(value(GROUP, period, AGED)).isEqualByComparingTo(BigDecimal.valueOf(aged));
        assertThat(series(GROUP, period, AGED, new Slice(Dimension.ADVISOR, "A1")))
                .isEqualByComparingTo(BigDecimal.valueOf(aged));
    }

    @Test
    void cutsByADimension() {
        Map<String, List<KpiValue>> slices =
                values.slices(GROUP, period("2026"), List.of(ORDERED, CLOSE_RATE), Dimension.ADVISOR);

        assertThat(slices.get("A1")).extracting(KpiValue::value).containsExactly(number("12"), number("8.57"));
        assertThat(slices.get("A2")).extracting(KpiValue::value).containsExactly(number("60"), null);
    }

    @Test
    void aRatioWithoutDenominatorHasNoValue() {
        KpiValue rate = one(List.of(S3), "2026-10", CLOSE_RATE, Comparison.TARGET, Comparison.PREVIOUS);

        assertThat(rate.value()).isNull();
        assertThat(rate.numerator()).isEqualByComparingTo("200");
        assertThat(rate.denominator()).isEqualByComparingTo("0");
        assertThat(rate.target()).isEqualTo(new Target("number", number("40"), null, null, null, null));
        assertThat(rate.previous()).isEqualTo(new KpiValue.Earlier("2026-09", null, null, null));
    }

    @Test
    void growthIsTheChangeAgainstThePeriodBefore() {
        Kpi growth = TestKpis.kpi(KpiKind.GROWTH, "orders", null, KpiUnit.PERCENT, Better.HIGHER, "5");

        KpiValue value = one(GROUP, "2026-11", growth, Comparison.TARGET, Comparison.PREVIOUS);

        assertThat(value.value()).isEqualByComparingTo("-63.5");
        assertThat(value.numerator()).isEqualByComparingTo("73");
        assertThat(value.denominator()).isEqualByComparingTo("200");
        assertThat(value.previous()).isEqualTo(new KpiValue.Earlier("2026-10", null, null, null));
        assertThat(value(GROUP, "2026-10", growth)).isNull();
        assertThat(series(GROUP, "2026-11", growth, null)).isEqualByComparingTo("-63.5");
    }

    @Test
    void comparesWithThePeriodBeforeAndTheYearBefore() {
        KpiValue november = one(List.of(S2), "2026-11", ORDERED, Comparison.PREVIOUS, Comparison.LAST_YEAR);

        assertThat(november.previous()).isEqualTo(new KpiValue.Earlier("2026-10", number("0"), number("3"), null));
        assertThat(november.lastYear())
                .isEqualTo(new KpiValue.Earlier("2025-11", number("6"), number("-3"), number("-50")));
        assertThat(november.target()).isNull();
        assertThat(one(List.of(S2), "2026-W53", ORDERED, Comparison.LAST_YEAR).lastYear())
                .isNull();
    }

    @Test
    void figuresOfTheRegistryAreThoseAtTheEndOfThePeriod() {
        assertThat(figure("bays", "2026-09")).isEqualByComparingTo("30");
        assertThat(figure("parkingSpaces", "2026-09")).isEqualByComparingTo("75");
        // September 2026 has 26 days that are no Sundays, and one Sunday is worked; of October's 27 the first is a
        // holiday.
        assertThat(figure("bayDays", "2026-09")).isEqualByComparingTo("810");
        assertThat(figure("bayDays", "2026-10")).isEqualByComparingTo("780");
        assertThat(figure("serviceAdvisors", "2026-09")).isEqualByComparingTo("6");
        assertThat(figure("serviceAdvisors", "2026-10")).isEqualByComparingTo("3");
        assertThat(figure("technicians", "2026-10")).isEqualByComparingTo("3");
        assertThat(figure("renewalSpecialists", "2026-10")).isEqualByComparingTo("0");
        assertThat(figure("promoters", "2026-10")).isNull();
    }

    @Test
    void storesWithoutThePlanThatAFormulaAsksForAreLeftOutAndCounted() {
        Kpi attainment = TestKpis.kpi(
                KpiKind.RATIO, "orders", TestKpis.TARGET + "orders", KpiUnit.PERCENT, Better.HIGHER, "100");
        plans.put("S1", "orders", 100);
        plans.put("S2", "orders", 20);

        KpiValue value = one(GROUP, "2026-11", attainment, Comparison.TARGET);

        assertThat(value.value()).isEqualByComparingTo("60.83");
        assertThat(value.numerator()).isEqualByComparingTo("73");
        assertThat(value.denominator()).isEqualByComparingTo("120");
        assertThat(value.withoutPlan()).isEqualTo(1);
        // The plans of tests are even over the days of a period: 21 of 30 are due.
        assertThat(value.toDate()).isEqualTo(new KpiValue.ToDate(number("70"), number("86.9")));
        assertThat(one(GROUP, "2026-10", attainment, Comparison.TARGET).toDate())
                .isNull();
        assertThat(one(List.of(S3), "2026-11", attainment, Comparison.TARGET))
                .extracting(KpiValue::value, KpiValue::withoutPlan)
                .containsExactly(null, 1);
    }

    @Test
    void theOwnPlanGoesBeforeTheCatalogue() {
        plans.put("S1", "test", 60);

        assertThat(one(List.of(S1), "2026-11", CLOSE_RATE, Comparison.TARGET).target())
                .isEqualTo(new Target("plan", number("60"), null, null, number("83.33"), false));
        assertThat(one(List.of(S2), "2026-11", CLOSE_RATE, Comparison.TARGET).target())
                .isEqualTo(new Target("number", number("40"), null, null, number("187.5"), true));
    }

    @Test
    void plansOfCountsAddUpOverStoresAndHaveAPace() {
        plans.put("S1", "orders", 100);
        plans.put("S2", "orders", 20);

        KpiValue both = one(List.of(S1, S2), "2026-11", ORDERED, Comparison.TARGET);

        assertThat(both.target()).isEqualTo(new Target("plan", number("120"), null, null, number("60.83"), false));
        assertThat(both.toDate()).isEqualTo(new KpiValue.ToDate(number("84"), number("86.9")));
        assertThat(one(GROUP, "2026-11", ORDERED, Comparison.TARGET).target()).isNull();
    }

    @Test
    void aNumberForTheMonthIsDueByWorkingDays() {
        Kpi orders = TestKpis.kpi(KpiKind.COUNT, "orders", null, KpiUnit.COUNT, Better.HIGHER, "100");

        // 18 of November's 25 working days have gone on Saturday the 21st.
        assertThat(one(List.of(S1), "2026-11", orders, Comparison.TARGET).toDate())
                .isEqualTo(new KpiValue.ToDate(number("72"), number("97.22")));
    }

    @Test
    void theBrandMeanOfARatioIsTheBrandTogetherAndOfACountTheShareOfOne() {
        assertThat(one(List.of(S1), "2026-11", CLOSE_RATE, Comparison.BRAND_MEAN)
                        .brandMean())
                .isEqualByComparingTo("50.69");
        assertThat(one(List.of(S1), "2026-11", ORDERED, Comparison.BRAND_MEAN).brandMean())
                .isEqualByComparingTo("36.5");
        assertThat(one(GROUP, "2026-11", ORDERED, Comparison.BRAND_MEAN).brandMean())
                .isNull();
        Kpi toMean =
                TestKpis.kpi(KpiKind.RATIO, "orders", "leadsRegistered", KpiUnit.PERCENT, Better.HIGHER, "brand-mean");
        assertThat(one(List.of(S2), "2026-11", toMean, Comparison.TARGET).target())
                .isEqualTo(new Target("brand-mean", number("50.69"), null, null, number("147.96"), true));
    }

    @Test
    void ranksAStoreInItsBrandAndInTheGroup() {
        assertThat(ranked(new Scope.Store("S2"), List.of(S2), "2026-11", ORDERED))
                .containsExactly(new KpiValue.Rank("brand:B1", 2, 2), new KpiValue.Rank("group", 2, 3));
        assertThat(ranked(new Scope.Brand("B2"), List.of(S3), "2026-10", ORDERED))
                .containsExactly(new KpiValue.Rank("group", 1, 2));
        assertThat(ranked(new Scope.Store("S2"), List.of(S2), "2026-11", CLOSE_RATE))
                .containsExactly(new KpiValue.Rank("brand:B1", 1, 2), new KpiValue.Rank("group", 1, 2));
        assertThat(ranked(new Scope.Store("S3"), List.of(S3), "2026-11", CLOSE_RATE))
                .isEmpty();
        assertThat(ranked(new Scope.Group(), GROUP, "2026-11", ORDERED)).isEmpty();
    }

    @Test
    void partOfARegionIsRankedAmongNobody() {
        assertThat(ranked(new Scope.Region("R2"), List.of(S2), "2026-11", ORDERED))
                .isEmpty();
        assertThat(ranked(new Scope.Region("R2"), List.of(S2, S3), "2026-11", ORDERED))
                .containsExactly(new KpiValue.Rank("group", 2, 2));
    }

    @Test
    void aSeriesSaysOfEachPeriodWhatTheValueSays() {
        List<ReportingPeriod> months =
                List.of(period("2025-12"), period("2026-01"), period("2026-10"), period("2026-11"));

        assertThat(values.series(GROUP, months, ORDERED, null))
                .extracting(Outcome::value)
                .containsExactly(number("101"), number("2"), number("200"), number("73"));
        assertThat(values.series(GROUP, months, ORDERED, new Slice(Dimension.ADVISOR, "A2")))
                .extracting(Outcome::value)
                .containsExactly(number("0"), number("0"), number("0"), number("60"));
    }

    private @Nullable List<KpiValue.Rank> ranked(Scope scope, List<StorePublished> stores, String period, Kpi kpi) {
        return values.answer(new Question(scope, stores, GROUP, period(period), List.of(kpi), Set.of(Comparison.RANK)))
                .values()
                .getFirst()
                .ranks();
    }

    private KpiValue one(List<StorePublished> stores, String period, Kpi kpi, Comparison... comparisons) {
        return values.answer(new Question(
                        new Scope.Group(),
                        stores,
                        GROUP,
                        period(period),
                        List.of(kpi),
                        Set.copyOf(Arrays.asList(comparisons))))
                .values()
                .getFirst();
    }

    private @Nullable BigDecimal value(List<StorePublished> stores, String period, Kpi kpi) {
        return one(stores, period, kpi).value();
    }

    private @Nullable BigDecimal figure(String name, String period) {
        return value(GROUP, period, TestKpis.kpi(KpiKind.GAUGE, name, null, KpiUnit.COUNT, Better.HIGHER, null));
    }

    private BigDecimal series(List<StorePublished> stores, String period, Kpi kpi, @Nullable Slice slice) {
        return Objects.requireNonNull(values.series(stores, List.of(period(period)), kpi, slice)
                .getFirst()
                .value());
    }

    private static ReportingPeriod period(String text) {
        return ReportingPeriod.parse(text).orElseThrow();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
