package io.dianmai.local.sample.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenHoursTests {
    private static final List<Window> DAY = List.of(
            new Window(LocalTime.of(9, 0), LocalTime.of(12, 0)), new Window(LocalTime.of(13, 0), LocalTime.of(18, 0)));

    /** Open on Thursdays and Fridays, but not on Thursday the 1st; the Sunday after is made up. */
    private static final OpenHours HOURS = new OpenHours(
            new BusinessHours(
                    Map.of(DayOfWeek.THURSDAY, DAY, DayOfWeek.FRIDAY, DAY),
                    Set.of(LocalDate.of(2026, 10, 1)),
                    Map.of(LocalDate.of(2026, 10, 4), DAY)),
            ZoneOffset.UTC);

    @Test
    void opensAfterNightLunchAndHoliday() {
        assertThat(HOURS.next(at("2026-10-01T10:00:00Z"))).isEqualTo(at("2026-10-02T09:00:00Z"));
        assertThat(HOURS.next(at("2026-10-02T12:00:00Z"))).isEqualTo(at("2026-10-02T13:00:00Z"));
        assertThat(HOURS.next(at("2026-10-02T11:59:59.999Z"))).isEqualTo(at("2026-10-02T11:59:59.999Z"));
        assertThat(HOURS.next(at("2026-10-02T18:00:00Z"))).isEqualTo(at("2026-10-04T09:00:00Z"));
    }

    @Test
    void countsOpenTimeOnly() {
        assertThat(HOURS.plus(at("2026-10-02T11:50:00Z"), Duration.ofMinutes(30)))
                .isEqualTo(at("2026-10-02T13:20:00Z"));
        assertThat(HOURS.plus(at("2026-10-02T17:00:00Z"), Duration.ofHours(9))).isEqualTo(at("2026-10-08T09:00:00Z"));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
