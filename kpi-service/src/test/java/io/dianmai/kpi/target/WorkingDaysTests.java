package io.dianmai.kpi.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.BusinessHours;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingDaysTests {
    private final WorkingDays days = WorkingDays.of(Sample.hours2026());

    private int between(String from, String to) {
        return days.between(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void holidaysAreNotWorkedAndMakeUpDaysAre() {
        assertThat(between("2026-09-01", "2026-09-30")).isEqualTo(26 + 1);
        assertThat(between("2026-09-27", "2026-09-27")).isEqualTo(1);
        assertThat(between("2026-09-20", "2026-09-20")).isZero();
        assertThat(between("2026-10-01", "2026-10-31")).isEqualTo(27 - 6);
        assertThat(between("2026-10-07", "2026-10-08")).isEqualTo(1);
    }

    @Test
    void countsOverTheTurnOfYears() {
        assertThat(between("2025-12-31", "2026-01-02")).isEqualTo(3);
        assertThat(between("2025-12-31", "2027-01-01")).isEqualTo(1 + between("2026-01-01", "2026-12-31") + 1);
        assertThat(between("2026-01-01", "2025-12-31")).isZero();
        assertThat(between("2026-03-10", "2026-03-09")).isZero();
    }

    @Test
    void aLeapYearHasItsDay() {
        assertThat(WorkingDays.EVERY_DAY.between(LocalDate.of(2028, 1, 1), LocalDate.of(2028, 12, 31)))
                .isEqualTo(366);
        assertThat(between("2028-02-29", "2028-02-29")).isEqualTo(1);
    }

    @Test
    void aStoreWithoutCalendarWorksEveryDay() {
        WorkingDays silent = WorkingDays.of(new BusinessHours(Map.of(), Set.of(), Map.of()));

        assertThat(silent.between(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)))
                .isEqualTo(28);
    }

    @Test
    void aMonthThatIsClosedThroughoutIsSpreadOverAllItsDays() {
        YearMonth october = YearMonth.of(2026, 10);
        Set<LocalDate> all = Set.copyOf(
                october.atDay(1).datesUntil(LocalDate.of(2026, 11, 1)).toList());
        WorkingDays closed = WorkingDays.of(new BusinessHours(Sample.hours2026().week(), all, Map.of()));

        assertThat(closed.between(october.atDay(1), october.atEndOfMonth())).isZero();
        assertThat(closed.weight(october.atDay(1), october.atDay(10), october)).isEqualTo(10);
    }
}
