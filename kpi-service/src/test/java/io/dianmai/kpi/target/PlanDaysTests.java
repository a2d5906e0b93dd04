package io.dianmai.kpi.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanDaysTests {
    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-21, 2026-11-21",
        "2026-11-T1, 2026-11-01, 2026-11-10",
        "2026-11-T2, 2026-11-11, 2026-11-20",
        "2028-02-T3, 2028-02-21, 2028-02-29",
        "2026-W47, 2026-11-16, 2026-11-22",
        "2026-W01, 2025-12-29, 2026-01-04",
        "2026-W53, 2026-12-28, 2027-01-03",
        "2026-11, 2026-11-01, 2026-11-30",
        "2026-Q4, 2026-10-01, 2026-12-31",
        "2026, 2026-01-01, 2026-12-31"
    })
    void readsEachKindOfPeriod(String text, LocalDate from, LocalDate to) {
        assertThat(PlanDays.parse(text)).contains(new PlanDays(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0001",
                "9999",
                "1999",
                "2101",
                "2026-13",
                "2026-02-29",
                "2026-11-T4",
                "2026-Q5",
                "2026-W54",
                "2027-W53",
                "2026-W00",
                "2026-11-21-",
                "２０２６",
                "2026-1"
            })
    void refusesAnythingElse(String text) {
        assertThat(PlanDays.parse(text)).isEmpty();
    }
}
