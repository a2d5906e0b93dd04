package io.dianmai.kpi.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanRulesTests {
    private static final PlanningStore STORE = Sample.store(Sample.consultant("a", "T1", null));

    private static PlanRules.Checked check(PlanDraft draft, @Nullable Aim aim) {
        return PlanRules.check(draft, STORE, Optional.ofNullable(aim), "hq", Sample.NOW);
    }

    private static List<BigDecimal> months(PlanDraft draft, Aim aim) {
        assertThat(check(draft, aim)).isInstanceOf(PlanRules.Checked.Good.class);
        return ((PlanRules.Checked.Good) check(draft, aim)).version().months().orElseThrow();
    }

    private static PlanDraft total(String figure) {
        return new PlanDraft("S1", "x", null, 2026, null, new BigDecimal(figure), null, null);
    }

    private static PlanDraft monthly(@Nullable String... figures) {
        return new PlanDraft("S1", "x", null, 2026, null, null, numbers(figures), null);
    }

    private static PlanDraft ramp(@Nullable LocalDate from, @Nullable String... figures) {
        return new PlanDraft("S1", "x", null, 2026, from, null, null, numbers(figures));
    }

    private static PlanDraft withOwner(String owner) {
        return new PlanDraft("S1", "x", owner, 2026, null, BigDecimal.ONE, null, null);
    }

    private static PlanDraft dated(int year, @Nullable LocalDate from) {
        return new PlanDraft("S1", "x", null, year, from, BigDecimal.ONE, null, null);
    }

    private static List<@Nullable BigDecimal> numbers(@Nullable String... figures) {
        return Arrays.stream(figures)
                .<@Nullable BigDecimal>map(figure -> figure == null ? null : new BigDecimal(figure))
                .toList();
    }

    @Test
    void moneyIsKeptInFenAndHoursInMinutes() {
        assertThat(months(total("1200"), Sample.revenue()).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("120000");
        Aim hours = new Aim(
                "soldHours",
                false,
                PlanUnit.HOURS,
                "hours",
                true,
                Sample.orders().role());
        assertThat(months(monthly("1", "0.5", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"), hours))
                .startsWith(new BigDecimal("60"), new BigDecimal("30"));
    }

    @Test
    void aTotalOfARatioIsTheAimOfEachMonth() {
        assertThat(months(total("37.5"), Sample.rate())).isEqualTo(Collections.nCopies(12, new BigDecimal("37.5")));
    }

    @Test
    void aRampHoldsItsLastFigure() {
        assertThat(months(ramp(null, "16", "25", "50"), Sample.rate()))
                .isEqualTo(Sample.numbers("16", "25", "50", "50", "50", "50", "50", "50", "50", "50", "50", "50"));
        assertThat(months(ramp(LocalDate.of(2026, 11, 15), "16", "25", "50"), Sample.rate()))
                .endsWith(new BigDecimal("16"), new BigDecimal("25"));
    }

    @Test
    void takesEffectOnTheFirstDayOfTheYearUnlessItSaysOtherwise() {
        assertThat(check(total("1"), Sample.orders()))
                .isInstanceOfSatisfying(
                        PlanRules.Checked.Good.class,
                        good -> assertThat(good.version().effectiveFrom()).isEqualTo("2026-01-01"));
    }

    @Test
    void peopleAndTeamsOfTheStoreMayHavePlans() {
        assertThat(check(withOwner("advisor:a"), Sample.orders())).isInstanceOf(PlanRules.Checked.Good.class);
        assertThat(check(withOwner("team:T1"), Sample.orders())).isInstanceOf(PlanRules.Checked.Good.class);
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void tellsWhatIsWrongAndWhere(PlanDraft draft, @Nullable Aim aim, String field, String reason) {
        assertThat(check(draft, aim))
                .isInstanceOfSatisfying(
                        PlanRules.Checked.Bad.class,
                        bad -> assertThat(bad.flaws()).singleElement().satisfies(flaw -> {
                            assertThat(flaw.field()).isEqualTo(field);
                            assertThat(flaw.reason()).contains(reason);
                        }));
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                Arguments.of(dated(1999, null), Sample.orders(), "year", "2000"),
                Arguments.of(dated(2101, null), Sample.orders(), "year", "2100"),
                Arguments.of(dated(2026, LocalDate.of(2027, 1, 1)), Sample.orders(), "effectiveFrom", "year"),
                Arguments.of(total("1"), null, "what", "no such"),
                Arguments.of(withOwner("advisor:b"), Sample.orders(), "owner", "of this store"),
                Arguments.of(withOwner("team:T9"), Sample.orders(), "owner", "of this store"),
                Arguments.of(withOwner("boss"), Sample.orders(), "owner", "of this store"),
                Arguments.of(total("-1"), Sample.orders(), "total", "negative"),
                Arguments.of(total("120000001"), Sample.orders(), "total", "at most 120000000"),
                Arguments.of(total("1E+900000000"), Sample.orders(), "total", "at most"),
                Arguments.of(total("1E-900000000"), Sample.orders(), "total", "decimals"),
                Arguments.of(total("1.005"), Sample.revenue(), "total", "2 decimals"),
                Arguments.of(monthly("1", "2"), Sample.orders(), "months", "12"),
                Arguments.of(
                        monthly("1", "2", null, "4", "5", "6", "7", "8", "9", "10", "11", "12"),
                        Sample.orders(),
                        "months/2",
                        "needed"),
                Arguments.of(
                        monthly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "10000001"),
                        Sample.orders(),
                        "months/11",
                        "at most 10000000"),
                Arguments.of(ramp(null, "1"), Sample.orders(), "ramp", "KPIs"),
                Arguments.of(ramp(null), Sample.rate(), "ramp", "1 to 12"),
                Arguments.of(ramp(null, "1", null), Sample.rate(), "ramp/1", "needed"),
                Arguments.of(
                        new PlanDraft("S1", "x", null, 2026, null, null, null, null), Sample.orders(), "", "one of"),
                Arguments.of(
                        new PlanDraft("S1", "x", null, 2026, null, BigDecimal.ONE, numbers("1"), null),
                        Sample.orders(),
                        "",
                        "one of"));
    }
}
