package io.dianmai.kpi.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTests {

    @Test
    void coversTheRangeInWholePeriods() {
        assertThat(Series.read("2025-12-30", "2026-01-13", "week").periods())
                .extracting(Object::toString)
                .containsExactly("2026-W01", "2026-W02", "2026-W03");
        assertThat(Series.read("2026-02-10", "2026-03-01", "tenday").periods())
                .extracting(Object::toString)
                .containsExactly("2026-02-T1", "2026-02-T2", "2026-02-T3", "2026-03-T1");
        assertThat(Series.read("2026-11-21", "2026-11-21", "year").periods())
                .extracting(Object::toString)
                .containsExactly("2026");
    }

    @Test
    void hasFourHundredPointsAtMost() {
        assertThat(Series.read("2025-01-01", "2026-02-04", "day").periods()).hasSize(400);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2026-02-05, day, range-too-long",
        "2000-01-01, 2027-05-19, day, range-too-long",
        "2000-01-01, 2027-05-19, month, range-too-long",
        "2000-01-01, 2100-12-31, day, range-too-long",
        "2026-02-02, 2026-02-01, day, range-backwards",
        "2026-02-01, 2026-02-02, hour, unknown-step",
        "2026-02-30, 2026-03-02, day, unknown-date",
        "2026-02-01, 9999-12-31, day, unknown-date",
        "0001-01-01, 2026-02-01, day, unknown-date",
        "2026-02, 2026-03-01, day, unknown-date"
    })
    void refusesWhatMakesNoSense(String from, String to, String step, String slug) {
        assertThatThrownBy(() -> Series.read(from, to, step))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getBody().getType())
                                .hasToString("https://dianmai.io/problems/" + slug));
    }
}
