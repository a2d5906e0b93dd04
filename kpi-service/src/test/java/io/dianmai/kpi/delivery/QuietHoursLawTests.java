package io.dianmai.kpi.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursLawTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long YEAR = 365L * 24 * 3600 * 1000;

    @ParameterizedTest
    @CsvSource({
        "22:00, 07:30, 2026-03-12T21:59:59.999,",
        "22:00, 07:30, 2026-03-12T22:00:00.000, 2026-03-13T07:30",
        "22:00, 07:30, 2026-03-13T00:00:00.000, 2026-03-13T07:30",
        "22:00, 07:30, 2026-03-13T07:29:59.999, 2026-03-13T07:30",
        "22:00, 07:30, 2026-03-13T07:30:00.000,",
        "12:00, 13:30, 2026-03-13T11:59:59.999,",
        "12:00, 13:30, 2026-03-13T12:00:00.000, 2026-03-13T13:30",
        "12:00, 13:30, 2026-03-13T13:30:00.000,",
        "00:00, 06:00, 2026-12-31T23:59:59.999,",
        "18:00, 00:00, 2026-12-31T23:59:59.999, 2027-01-01T00:00"
    })
    void beginsAndEndsToTheMillisecond(LocalTime from, LocalTime to, LocalDateTime now, LocalDateTime until) {
        QuietHours quiet = new QuietHours(from, to, SHANGHAI, Set.of());

        assertThat(quiet.quietUntil(at(now, SHANGHAI)))
                .isEqualTo(Optional.ofNullable(until).map(end -> at(end, SHANGHAI)));
    }

    /** 2026-03-29 02:00 becomes 03:00, 2026-10-25 03:00 becomes 02:00. */
    @ParameterizedTest
    @CsvSource({
        "22:00, 02:30, 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z",
        "22:00, 02:30, 2026-03-29T01:00:00Z,",
        "02:30, 06:00, 2026-03-29T01:00:00Z, 2026-03-29T04:00:00Z",
        "02:10, 02:40, 2026-03-29T01:00:00Z,",
        "22:00, 02:30, 2026-10-25T00:00:00Z, 2026-10-25T00:30:00Z",
        "22:00, 07:00, 2026-10-24T22:00:00Z, 2026-10-25T06:00:00Z",
        "22:00, 07:00, 2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z"
    })
    void followsTheClocksWhenTheyAreSet(LocalTime from, LocalTime to, Instant now, Instant until) {
        QuietHours quiet = new QuietHours(from, to, BERLIN, Set.of());

        assertThat(quiet.quietUntil(now)).isEqualTo(Optional.ofNullable(until));
    }

    /** Whatever waits leaves at a moment that is not quiet, the first one after now. */
    @Test
    void endsAtTheFirstMomentThatIsNotQuiet() {
        Random random = new Random(5);
        for (String zone : List.of("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe")) {
            for (int i = 0; i < 2_000; i++) {
                QuietHours quiet = anyHours(random, ZoneId.of(zone));
                Instant now = START.plusMillis(random.nextLong(YEAR));
                quiet.quietUntil(now).ifPresent(until -> {
                    assertThat(until).isAfter(now);
                    assertThat(quiet.quietUntil(until))
                            .as("%s at %s", quiet, until)
                            .isEmpty();
                    assertThat(quiet.quietUntil(until.minusMillis(1))).contains(until);
                    Instant between = now.plusMillis(random.nextLong(until.toEpochMilli() - now.toEpochMilli()));
                    assertThat(quiet.quietUntil(between)).contains(until);
                });
            }
        }
    }

    @Test
    void isQuietByTheClockOnTheWall() {
        Random random = new Random(6);
        for (int i = 0; i < 5_000; i++) {
            QuietHours quiet = anyHours(random, SHANGHAI);
            Instant now = START.plusMillis(random.nextLong(YEAR));

            int minute = LocalDateTime.ofInstant(now, SHANGHAI).toLocalTime().toSecondOfDay() / 60;
            int from = quiet.from().toSecondOfDay() / 60;
            int length = Math.floorMod(quiet.to().toSecondOfDay() / 60 - from, 1440);
            assertThat(quiet.quietUntil(now).isPresent()).isEqualTo(Math.floorMod(minute - from, 1440) < length);
        }
    }

    @Test
    void someKindsAreToldAllTheSame() {
        QuietHours quiet = new QuietHours(
                LocalTime.of(22, 0), LocalTime.of(7, 0), SHANGHAI, Set.of(DeadlineKind.COMPLAINT_RESPONSE));
        DeliveryTarget target = new DeliveryTarget(
                "t",
                "t",
                ChannelKind.MAIL,
                new TargetScope.Group(),
                Set.of(),
                Set.of(),
                Language.ZH,
                quiet,
                "a@b.cd",
                List.of(),
                START);

        assertThat(target.isToldEvenInQuietHours(Set.of(DeadlineKind.COMPLAINT_RESPONSE, DeadlineKind.FOLLOW_UP)))
                .isTrue();
        assertThat(target.isToldEvenInQuietHours(Set.of(DeadlineKind.FOLLOW_UP)))
                .isFalse();
    }

    private static QuietHours anyHours(Random random, ZoneId zone) {
        int from = random.nextInt(1440);
        int to = (from + 1 + random.nextInt(1439)) % 1440;
        return new QuietHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L), zone, Set.of());
    }

    private static Instant at(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).toInstant();
    }
}
