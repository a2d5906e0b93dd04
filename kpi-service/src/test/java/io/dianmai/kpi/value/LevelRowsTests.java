package io.dianmai.kpi.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LevelRowsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void takesBackTheDaysThatFollowed() {
        LevelRows rows = at("2026-09-29", false);

        assertThat(rows.added()).containsExactly("ever");
        assertThat(rows.takenBack()).containsExactly("2026-09-30", "2026-10", "2026-11");
    }

    @Test
    void orTakesBackTheMonthAndPutsItsFirstDaysOn() {
        LevelRows rows = at("2026-09-02", false);

        assertThat(rows.added()).containsExactly("ever", "2026-09-01", "2026-09-02");
        assertThat(rows.takenBack()).containsExactly("2026-09", "2026-10", "2026-11");
    }

    @Test
    void takesBackWholeYearsWhereThereAreRowsOfThem() {
        assertThat(at("2024-11-30", false).takenBack()).containsExactly("2024-12", "2025", "2026");
        assertThat(at("2024-11-30", true).takenBack())
                .hasSize(24 + 1 - 1)
                .startsWith("2024-12", "2025-01")
                .endsWith("2026-11");
    }

    @Test
    void isThePresentLevelWhenThePeriodHasNotEnded() {
        assertThat(at("2026-11-30", false)).isEqualTo(at("2026-11-21", false));
        assertThat(at("2026-11-21", false).takenBack()).isEmpty();
        assertThat(at("2030-12-31", false).takenBack()).isEmpty();
        assertThat(at("2026-11-20", false).takenBack()).containsExactly("2026-11-21");
    }

    @Test
    void whatIsToldAheadDoesNotCountBeforeItsDay() {
        LevelRows rows = LevelRows.ofToldAhead(LocalDate.parse("2026-11-30"), TODAY, true);

        assertThat(rows.added()).containsExactly("ever");
        assertThat(rows.takenBack())
                .containsExactly(
                        "2026-11-22",
                        "2026-11-23",
                        "2026-11-24",
                        "2026-11-25",
                        "2026-11-26",
                        "2026-11-27",
                        "2026-11-28",
                        "2026-11-29",
                        "2026-11-30",
                        "2026-12",
                        "2027-01",
                        "2027-02");
        assertThat(LevelRows.ofToldAhead(TODAY, TODAY, true)).isEqualTo(rows);
        assertThat(LevelRows.ofToldAhead(LocalDate.parse("2026-11-05"), TODAY, true)
                        .takenBack())
                .containsExactly("2026-11", "2026-12", "2027-01", "2027-02");
    }

    private static LevelRows at(String end, boolean sliced) {
        return LevelRows.at(LocalDate.parse(end), TODAY, sliced);
    }
}
