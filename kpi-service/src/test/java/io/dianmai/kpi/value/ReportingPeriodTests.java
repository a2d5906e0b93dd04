package io.dianmai.kpi.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Tier;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingPeriodTests {

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-21, 2026-11-21, 2026-11-20, 2025-11-21",
        "2024-02-29, 2024-02-29, 2024-02-29, 2024-02-28,",
        "2026-01-01, 2026-01-01, 2026-01-01, 2025-12-31, 2025-01-01",
        "2026-11-T1, 2026-11-01, 2026-11-10, 2026-10-T3, 2025-11-T1",
        "2026-11-T2, 2026-11-11, 2026-11-20, 2026-11-T1, 2025-11-T2",
        "2024-02-T3, 2024-02-21, 2024-02-29, 2024-02-T2, 2023-02-T3",
        "2026-01-T1, 2026-01-01, 2026-01-10, 2025-12-T3, 2025-01-T1",
        "2026-W47, 2026-11-16, 2026-11-22, 2026-W46, 2025-W47",
        "2026-W01, 2025-12-29, 2026-01-04, 2025-W52, 2025-W01",
        "2026-W53, 2026-12-28, 2027-01-03, 2026-W52,",
        "2021-W01, 2021-01-04, 2021-01-10, 2020-W53, 2020-W01",
        "2024-02, 2024-02-01, 2024-02-29, 2024-01, 2023-02",
        "2026-01, 2026-01-01, 2026-01-31, 2025-12, 2025-01",
        "2026-Q4, 2026-10-01, 2026-12-31, 2026-Q3, 2025-Q4",
        "2026-Q1, 2026-01-01, 2026-03-31, 2025-Q4, 2025-Q1",
        "2026, 2026-01-01, 2026-12-31, 2025, 2025"
    })
    void knowsItsDaysAndWhatCameBefore(String text, LocalDate start, LocalDate end, String previous, String lastYear) {
        ReportingPeriod period = period(text);

        assertThat(period).hasToString(text);
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
        assertThat(period.previous()).hasToString(previous);
        assertThat(period.sameLastYear().map(Object::toString).orElse(null)).isEqualTo(lastYear);
    }

    @Test
    void needsAsFewRowsAsThereCanBe() {
        assertThat(period("2026-11-21").rows()).containsExactly("2026-11-21");
        assertThat(period("2026-02").rows()).containsExactly("2026-02");
        assertThat(period("2026-Q1").rows()).containsExactly("2026-01", "2026-02", "2026-03");
        assertThat(period("2026").rows()).containsExactly("2026");
        assertThat(period("2026").slicedRows())
                .hasSize(12)
                .startsWith("2026-01")
                .endsWith("2026-12");
        assertThat(period("2026-W01").rows())
                .hasSize(7)
                .startsWith("2025-12-29")
                .endsWith("2026-01-04");
        assertThat(period("2026-10-T3").rows())
                .hasSize(11)
                .startsWith("2026-10-21")
                .endsWith("2026-10-31");
    }

    @ParameterizedTest
    @EnumSource
    void stepsFollowEachOtherWithoutGap(Step step) {
        LocalDate day = LocalDate.of(2023, 12, 1);
        while (day.isBefore(LocalDate.of(2027, 2, 1))) {
            ReportingPeriod period = step.containing(day);

            assertThat(period.start()).isBeforeOrEqualTo(day);
            assertThat(period.end()).isAfterOrEqualTo(day);
            assertThat(ReportingPeriod.parse(period.toString())).contains(period);
            assertThat(step.containing(period.end().plusDays(1)).previous()).isEqualTo(period);
            day = day.plusDays(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "1999",
                "2101",
                "0001",
                "9999",
                "0001-01-01",
                "9999-12",
                "9999-W01",
                "0001-Q1",
                "2026-13",
                "2026-00",
                "2026-02-30",
                "2026-1-1",
                "-026",
                "2026-11-21T",
                "2026-W54",
                "2026-W00",
                "2025-W53",
                "2026-Q5",
                "2026-Q0",
                "2026-11-T4",
                "2026-11-T0",
                "2026-13-T1",
                "2026-w47",
                "２０２６"
            })
    void refusesWhatIsNoPeriod(String text) {
        assertThat(ReportingPeriod.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000", "2000-01-01", "2000-W01", "2100-12-31", "2100-Q4", "2100"})
    void keepsTheFirstAndTheLastYear(String text) {
        assertThat(ReportingPeriod.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "store", "store:", "planet:earth", "Group", "tier:gold", "tier:MID"})
    void refusesWhatIsNoScope(String text) {
        assertThat(Scope.parse(text)).isEmpty();
    }

    @Test
    void readsScopes() {
        assertThat(Scope.parse("group")).contains(new Scope.Group());
        assertThat(Scope.parse("store:a:b")).contains(new Scope.Store("a:b"));
        assertThat(Scope.parse("region:R1")).contains(new Scope.Region("R1"));
        assertThat(Scope.parse("brand:B1")).contains(new Scope.Brand("B1"));
        assertThat(Scope.parse("tier:premium")).contains(new Scope.OfTier(Tier.PREMIUM));
    }

    private static ReportingPeriod period(String text) {
        return ReportingPeriod.parse(text).orElseThrow();
    }
}
