package io.dianmai.kit.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoreCalendarsTests {
    /** A Monday, nine o'clock in Shanghai. */
    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    private static final BusinessHours NEVER = new BusinessHours(Map.of(), Set.of(), Map.of());

    @Test
    void worksFromNineToSixWhereNoStoreCanHaveSuchHours() {
        var calendar = StoreCalendars.calendarOf("s1", "Asia/Tokyo", NEVER);

        assertThat(calendar.isOpen(NINE.minusSeconds(3601))).isFalse();
        assertThat(calendar.isOpen(NINE.minusSeconds(3600))).isTrue();
        assertThat(calendar.plusBusinessMinutes(NINE, 30)).isEqualTo(NINE.plusSeconds(1800));
    }

    @Test
    void isInShanghaiWhereThereIsNoSuchZone() {
        var hours = new BusinessHours(
                Map.of(DayOfWeek.MONDAY, List.of(new Window(LocalTime.of(10, 0), LocalTime.of(11, 0)))),
                Set.of(),
                Map.of());

        assertThat(StoreCalendars.calendarOf("s1", "Asia/Nowhere", hours).nextOpening(NINE))
                .isEqualTo(NINE.plusSeconds(3600));
    }
}
