package io.dianmai.kit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BusinessCalendarTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Window MORNING = window("09:00", "12:00");
    private static final Window AFTERNOON = window("13:00", "18:00");
    private static final Window ALL_DAY = window("00:00", "00:00");

    /** Monday to Friday 9-12 and 13-18; 2026-10-01 (Thursday) to 07 closed, Saturday the 10th is made up in the morning. */
    private final BusinessCalendar shop = new BusinessCalendar(
            new BusinessHours(
                    weekdays(MORNING, AFTERNOON),
                    LocalDate.parse("2026-10-01")
                            .datesUntil(LocalDate.parse("2026-10-08"))
                            .collect(Collectors.toSet()),
                    Map.of(LocalDate.parse("2026-10-10"), List.of(MORNING))),
            SHANGHAI);

    @Test
    void opensAtTheFirstMillisecondAndIsClosedAtTheEnd() {
        assertThat(shop.isOpen(at("2026-09-30T09:00").minusMillis(1))).isFalse();
        assertThat(shop.isOpen(at("2026-09-30T09:00"))).isTrue();
        assertThat(shop.isOpen(at("2026-09-30T12:00").minusMillis(1))).isTrue();
        assertThat(shop.isOpen(at("2026-09-30T12:00"))).isFalse();
    }

    @Test
    void countsOverTheNoonBreak() {
        assertThat(shop.plusBusinessMinutes(at("2026-09-30T11:45"), 30)).isEqualTo(at("2026-09-30T13:15"));
        assertThat(shop.plusBusinessMinutes(at("2026-09-30T13:15"), -30)).isEqualTo(at("2026-09-30T11:45"));
    }

    @Test
    void isDueAtTheClosingTimeWhenExactlySoMuchIsLeft() {
        assertThat(shop.plusBusinessMinutes(at("2026-09-30T17:30"), 30)).isEqualTo(at("2026-09-30T18:00"));
        assertThat(shop.plusBusinessMinutes(at("2026-09-30T17:30").plusMillis(1), 30))
                .isEqualTo(at("2026-10-08T09:00").plusMillis(1));
    }

    @Test
    void skipsHolidaysAndWeekendsAndWorksOnMakeUpDays() {
        assertThat(shop.nextOpening(at("2026-09-30T18:00"))).isEqualTo(at("2026-10-08T09:00"));
        assertThat(shop.nextOpening(at("2026-10-09T18:00"))).isEqualTo(at("2026-10-10T09:00"));
        assertThat(shop.nextOpening(at("2026-10-10T12:00"))).isEqualTo(at("2026-10-12T09:00"));
        assertThat(shop.businessMinutesBetween(at("2026-09-30T17:00"), at("2026-10-12T10:00")))
                .isEqualTo(60 + 2 * 480 + 180 + 60);
    }

    @Test
    void worksOnAMakeUpDayThatIsAlsoAHoliday() {
        LocalDate day = LocalDate.parse("2026-10-01");
        var calendar = new BusinessCalendar(
                new BusinessHours(weekdays(MORNING), Set.of(day), Map.of(day, List.of(AFTERNOON))), SHANGHAI);
        assertThat(calendar.isOpen(at("2026-10-01T10:00"))).isFalse();
        assertThat(calendar.isOpen(at("2026-10-01T14:00"))).isTrue();
    }

    @Test
    void refusesAWeekWithoutAWholeOpenMinute() {
        var short59 = new Window(LocalTime.of(9, 0), LocalTime.of(9, 0, 59));
        assertThatThrownBy(() -> new BusinessCalendar(hours(Map.of(DayOfWeek.MONDAY, List.of(short59))), SHANGHAI))
                .isInstanceOf(IllegalArgumentException.class);

        var minute = new Window(LocalTime.of(9, 0), LocalTime.of(9, 1));
        var hardlyEver = new BusinessCalendar(hours(Map.of(DayOfWeek.MONDAY, List.of(minute))), SHANGHAI);
        assertThat(hardlyEver.plusBusinessMinutes(at("2026-09-28T09:00"), 2)).isEqualTo(at("2026-10-05T09:01"));
        assertThat(hardlyEver.plusBusinessMinutes(at("2026-09-28T09:00"), 10_000))
                .isAfter(at("2200-01-01T00:00"));
    }

    @Test
    void endsTheWalkOverAStoreThatIsHardlyEverOpen() {
        var minute = new Window(LocalTime.of(9, 0), LocalTime.of(9, 1));
        var hardlyEver = new BusinessCalendar(hours(Map.of(DayOfWeek.MONDAY, List.of(minute))), SHANGHAI);

        for (long minutes : new long[] {20_000, -20_000, 5_000_000, -5_000_000}) {
            assertThatThrownBy(() -> hardlyEver.plusBusinessMinutes(at("2026-09-28T09:00"), minutes))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void closesAtMidnight() {
        var late = new BusinessCalendar(hours(everyDay(window("20:00", "00:00"))), SHANGHAI);
        assertThat(late.isOpen(at("2026-09-30T23:59"))).isTrue();
        assertThat(late.isOpen(at("2026-10-01T00:00"))).isFalse();
        assertThat(late.plusBusinessMinutes(at("2026-09-30T23:00"), 60)).isEqualTo(at("2026-10-01T00:00"));
        assertThat(late.plusBusinessMinutes(at("2026-09-30T23:00"), 61)).isEqualTo(at("2026-10-01T20:01"));
    }

    @Test
    void hasADayOf23HoursAndOneOf25() {
        var always = new BusinessCalendar(hours(everyDay(ALL_DAY)), NEW_YORK);
        assertThat(always.businessMinutesBetween(inNewYork("2026-03-08T00:00"), inNewYork("2026-03-09T00:00")))
                .isEqualTo(23 * 60);
        assertThat(always.businessMinutesBetween(inNewYork("2026-11-01T00:00"), inNewYork("2026-11-02T00:00")))
                .isEqualTo(25 * 60);
    }

    @Test
    void losesOnlyWhatTheSwitchToSummerTimeSkips() {
        var night = new BusinessCalendar(hours(everyDay(window("01:00", "02:30"))), NEW_YORK);
        Instant switchover = Instant.parse("2026-03-08T07:00:00Z");
        assertThat(night.businessMinutesBetween(inNewYork("2026-03-08T00:00"), inNewYork("2026-03-09T00:00")))
                .isEqualTo(60);
        assertThat(night.isOpen(switchover.minusMillis(1))).isTrue();
        assertThat(night.isOpen(switchover)).isFalse();
        var skipped = new BusinessCalendar(hours(everyDay(window("02:10", "02:50"))), NEW_YORK);
        assertThat(skipped.nextOpening(inNewYork("2026-03-08T00:00"))).isEqualTo(inNewYork("2026-03-09T02:10"));
    }

    @Test
    void refusesACalendarThatNeverOpens() {
        assertThatThrownBy(() -> new BusinessCalendar(hours(Map.of()), SHANGHAI))
                .hasMessageContaining("no open minute");
        assertThatThrownBy(() -> new BusinessCalendar(hours(Map.of(DayOfWeek.MONDAY, List.of())), SHANGHAI))
                .hasMessageContaining("no open minute");
        Set<LocalDate> closed = LocalDate.parse("2026-01-01")
                .datesUntil(LocalDate.parse("2027-12-31"))
                .collect(Collectors.toSet());
        assertThatThrownBy(() -> new BusinessCalendar(new BusinessHours(everyDay(ALL_DAY), closed, Map.of()), SHANGHAI))
                .hasMessageContaining("400 days");
    }

    @Test
    void refusesWindowsThatOverlapOrRunBackwards() {
        assertThatThrownBy(() -> new BusinessCalendar(hours(everyDay(MORNING, window("11:59", "13:00"))), SHANGHAI))
                .hasMessageContaining("overlap");
        assertThatThrownBy(() -> new BusinessCalendar(hours(everyDay(ALL_DAY, MORNING)), SHANGHAI))
                .hasMessageContaining("overlap");
        assertThatThrownBy(() -> new BusinessCalendar(hours(everyDay(window("18:00", "09:00"))), SHANGHAI))
                .hasMessageContaining("close after");
    }

    @Test
    void refusesMoreMinutesThanAnyDeadlineHas() {
        assertThatThrownBy(() -> shop.plusBusinessMinutes(Instant.EPOCH, Long.MAX_VALUE / 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** For any calendar, instant and span: there and back again, and never a minute more or less. */
    @Test
    void addingAndCountingAreInverse() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20260101);
        for (int round = 0; round < 3_000; round++) {
            BusinessCalendar calendar = anyCalendar(random);
            Instant from = Instant.parse("2026-01-01T00:00:00Z").plusMillis(random.nextLong(31_536_000_000L));
            long minutes = random.nextLong(1, 20_000);

            Instant due = calendar.plusBusinessMinutes(from, minutes);
            assertThat(calendar.businessMinutesBetween(from, due)).isEqualTo(minutes);
            assertThat(calendar.businessMinutesBetween(from, due.minusMillis(1)))
                    .isEqualTo(minutes - 1);

            Instant armed = calendar.plusBusinessMinutes(from, -minutes);
            assertThat(calendar.businessMinutesBetween(armed, from)).isEqualTo(minutes);
            assertThat(calendar.businessMinutesBetween(armed.plusMillis(1), from))
                    .isEqualTo(minutes - 1);

            long first = random.nextLong(minutes);
            assertThat(calendar.plusBusinessMinutes(calendar.plusBusinessMinutes(from, first), minutes - first))
                    .isEqualTo(due);
        }
    }

    private static BusinessCalendar anyCalendar(RandomGenerator random) {
        List<Window> day = random.nextBoolean() ? List.of(MORNING, AFTERNOON) : List.of(window("01:30", "00:00"));
        ZoneId zone = List.of(SHANGHAI, NEW_YORK, ZoneId.of("Australia/Lord_Howe"), ZoneId.of("America/Havana"))
                .get(random.nextInt(4));
        LocalDate holiday = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
        LocalDate made = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
        return new BusinessCalendar(
                new BusinessHours(
                        weekdays(day.toArray(Window[]::new)), Set.of(holiday), Map.of(made, List.of(ALL_DAY))),
                zone);
    }

    private static BusinessHours hours(Map<DayOfWeek, List<Window>> week) {
        return new BusinessHours(week, Set.of(), Map.of());
    }

    private static Map<DayOfWeek, List<Window>> weekdays(Window... windows) {
        return days(day -> day.compareTo(DayOfWeek.SATURDAY) < 0 ? List.of(windows) : List.of());
    }

    private static Map<DayOfWeek, List<Window>> everyDay(Window... windows) {
        return days(_ -> List.of(windows));
    }

    private static Map<DayOfWeek, List<Window>> days(Function<DayOfWeek, List<Window>> windows) {
        return Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), windows));
    }

    private static Window window(String opens, String closes) {
        return new Window(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static Instant inNewYork(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }
}
