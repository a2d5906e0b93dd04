package io.dianmai.kpi.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingPeriodTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void knowsItsRows() {
        assertThat(period("2026-11-21").rows()).containsExactly("2026-11-21");
        assertThat(period("2026-02").rows()).containsExactly("2026-02");
        assertThat(period("2026").rows()).hasSize(12).startsWith("2026-01").endsWith("2026-12");
        assertThat(period("2024-02").end()).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @Test
    void knowsWhatCameAfterIt() {
        assertThat(period("2026-11-28").rowsAfter(TODAY)).containsExactly("2026-11-29", "2026-11-30");
        assertThat(period("2026-09-29").rowsAfter(TODAY)).containsExactly("2026-09-30", "2026-10", "2026-11");
        assertThat(period("2026-09").rowsAfter(TODAY)).containsExactly("2026-10", "2026-11");
        assertThat(period("2026").rowsAfter(TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "1999",
                "2101",
                "0001-01-01",
                "9999-12",
                "2026-13",
                "2026-02-30",
                "2026-1-1",
                "-026",
                "2026-11-21T"
            })
    void refusesWhatIsNoPeriod(String text) {
        assertThat(ReportingPeriod.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "store", "store:", "planet:earth", "Group"})
    void refusesWhatIsNoScope(String text) {
        assertThat(Scope.parse(text)).isEmpty();
    }

    @Test
    void readsScopes() {
        assertThat(Scope.parse("group")).contains(new Scope.Group());
        assertThat(Scope.parse("store:a:b")).contains(new Scope.Store("a:b"));
        assertThat(Scope.parse("region:R1")).contains(new Scope.Region("R1"));
        assertThat(Scope.parse("brand:B1")).contains(new Scope.Brand("B1"));
    }

    private static ReportingPeriod period(String text) {
        return ReportingPeriod.parse(text).orElseThrow();
    }
}
