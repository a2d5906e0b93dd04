package io.dianmai.kpi.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import io.dianmai.kpi.ImplausibleEvent;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RhythmTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final SilencePolicy POLICY = new SilencePolicy(7, 3, 2, Duration.ofMinutes(30));
    /** Monday to Friday, nine to six. */
    private static final StoreHours OFFICE = new StoreHours(SHANGHAI, weekdays(9, 18));

    private final HeardMinutes heard = new HeardMinutes();

    @Test
    void twoDaysAreNoRhythm() {
        hear("2026-11-16T09:00", "2026-11-17T09:00");
        assertThat(rhythm(OFFICE).usualGap(heard)).isEmpty();
        assertThat(rhythm(OFFICE).silentAt(heard)).isNull();

        hear("2026-11-18T09:00");
        assertThat(rhythm(OFFICE).usualGap(heard)).hasValue(9 * 60);
    }

    @Test
    void nightsAndWeekendsDoNotCount() {
        // Thursday, Friday, Monday.
        hear("2026-11-19T17:50", "2026-11-20T09:10", "2026-11-20T17:40", "2026-11-20T10:00", "2026-11-23T09:20");
        hear("2026-11-20T12:00", "2026-11-20T14:30", "2026-11-20T16:00");

        assertThat(rhythm(OFFICE).usualGap(heard)).hasValue(150);
        // Five open hours after the end of the minute in which it was last heard.
        assertThat(rhythm(OFFICE).silentAt(heard)).isEqualTo(at("2026-11-23T14:21"));
    }

    @Test
    void theClockStandsStillWhileTheStoreIsClosed() {
        hear("2026-11-18T17:00", "2026-11-19T09:30", "2026-11-19T12:00", "2026-11-19T14:30", "2026-11-19T17:00");
        hear("2026-11-20T10:00", "2026-11-20T12:00", "2026-11-20T14:30", "2026-11-20T16:59");

        // Half past two, plus 5 h of which one is left on Friday: the rest on Monday.
        assertThat(rhythm(OFFICE).usualGap(heard)).hasValue(150);
        assertThat(rhythm(OFFICE).silentAt(heard)).isEqualTo(at("2026-11-23T13:00"));
    }

    @Test
    void aLivelyStoreHasHalfAnHour() {
        for (int day = 17; day <= 19; day++) {
            for (int hour = 9; hour < 18; hour++) {
                for (int minute = 0; minute < 60; minute += 5) {
                    hear("2026-11-%dT%02d:%02d".formatted(day, hour, minute));
                }
            }
        }

        assertThat(rhythm(OFFICE).usualGap(heard)).hasValue(5);
        assertThat(rhythm(OFFICE).silentAt(heard)).isEqualTo(at("2026-11-20T09:26"));
    }

    @Test
    void aGapOfTheEighthDayBackIsForgotten() {
        // A gap of eight open hours that ended on the 9th, then one of seven; the 9th is the eighth day back.
        hear("2026-11-09T09:00", "2026-11-09T17:00");
        for (String day : List.of("10", "11", "12", "13", "16", "17")) {
            hear("2026-11-" + day + "T10:00", "2026-11-" + day + "T17:00");
        }
        assertThat(rhythm(OFFICE).usualGap(heard)).hasValue(8 * 60);

        hear("2026-11-18T10:00");
        assertThat(rhythm(OFFICE).usualGap(heard)).hasValue(7 * 60);
    }

    @Test
    void aBurstIsOneMoment() {
        hear("2026-11-16T09:00", "2026-11-17T09:00", "2026-11-18T09:00");
        Instant before = rhythm(OFFICE).silentAt(heard);
        for (int i = 0; i < 1_000; i++) {
            heard.add(HeardMinutes.minuteOf(at("2026-11-18T09:00").plusMillis(59L * i)));
        }

        assertThat(rhythm(OFFICE).silentAt(heard)).isEqualTo(before);
    }

    @Test
    void aStoreThatTellsOnceANightIsSilentAfterTwoOpenDays() {
        hear("2026-11-17T02:00", "2026-11-18T02:00", "2026-11-19T02:00");

        assertThat(rhythm(OFFICE).silentAt(heard)).isEqualTo(at("2026-11-20T18:00"));
    }

    @Test
    void aStoreWithoutHoursIsOpenAroundTheClock() {
        hear("2026-11-20T22:00", "2026-11-21T04:00", "2026-11-22T01:00", "2026-11-21T14:00");

        StoreHours always = StoreHours.aroundTheClock(SHANGHAI);
        assertThat(rhythm(always).usualGap(heard)).hasValue(11 * 60);
        assertThat(rhythm(always).silentAt(heard)).isEqualTo(at("2026-11-22T23:01"));
    }

    @Test
    void otherHoursMakeAnotherRhythmOfTheSameMinutes() {
        hear("2026-11-16T10:00", "2026-11-16T17:00", "2026-11-17T10:00", "2026-11-18T10:00");
        assertThat(rhythm(OFFICE).usualGap(heard)).hasValue(9 * 60);

        assertThat(rhythm(new StoreHours(SHANGHAI, weekdays(9, 12))).usualGap(heard))
                .hasValue(3 * 60);
        // In Los Angeles these are the evenings of the days before, all after closing time.
        StoreHours far = new StoreHours(ZoneId.of("America/Los_Angeles"), weekdays(9, 18));
        assertThat(rhythm(far).usualGap(heard)).hasValue(9 * 60);
    }

    @Test
    void impossibleHoursAndFiguresAreRefused() {
        var backwards = new BusinessHours(
                Map.of(DayOfWeek.MONDAY, List.of(new Window(LocalTime.NOON, LocalTime.of(9, 0)))), Set.of(), Map.of());
        assertThatThrownBy(() -> rhythm(new StoreHours(SHANGHAI, backwards))).isInstanceOf(ImplausibleEvent.class);

        Duration floor = Duration.ofMinutes(30);
        assertThatThrownBy(() -> new SilencePolicy(15, 3, 2, floor)).hasMessageContaining("14 days");
        assertThatThrownBy(() -> new SilencePolicy(7, 8, 2, floor)).hasMessageContaining("7 days");
        assertThatThrownBy(() -> new SilencePolicy(7, 3, 0, floor)).hasMessageContaining("usual gap");
        assertThatThrownBy(() -> new SilencePolicy(7, 3, 2, Duration.ofSeconds(59)))
                .hasMessageContaining("minute");
    }

    private static Rhythm rhythm(StoreHours hours) {
        return new Rhythm(POLICY, hours);
    }

    private void hear(String... times) {
        for (String time : times) {
            heard.add(HeardMinutes.minuteOf(at(time)));
        }
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static BusinessHours weekdays(int opens, int closes) {
        var window = List.of(new Window(LocalTime.of(opens, 0), LocalTime.of(closes, 0)));
        return new BusinessHours(
                Stream.of(DayOfWeek.values()).limit(5).collect(Collectors.toMap(Function.identity(), _ -> window)),
                Set.of(),
                Map.of());
    }
}
