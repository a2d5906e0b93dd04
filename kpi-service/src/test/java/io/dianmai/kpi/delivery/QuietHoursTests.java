package io.dianmai.kpi.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuietHoursTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void endInTheMorningAlsoAcrossMidnight() {
        QuietHours night = hours("22:00", "07:00", SHANGHAI);
        Instant begin = Instant.parse("2026-03-10T14:00:00Z");
        Instant end = Instant.parse("2026-03-10T23:00:00Z");

        assertThat(night.quietUntil(begin.minusMillis(1))).isEmpty();
        assertThat(night.quietUntil(begin)).contains(end);
        assertThat(night.quietUntil(Instant.parse("2026-03-10T17:00:00Z"))).contains(end);
        assertThat(night.quietUntil(end.minusMillis(1))).contains(end);
        assertThat(night.quietUntil(end)).isEmpty();
    }

    @Test
    void mayLieWithinADay() {
        QuietHours noon = hours("12:00", "14:00", SHANGHAI);

        assertThat(noon.quietUntil(Instant.parse("2026-03-10T03:59:59.999Z"))).isEmpty();
        assertThat(noon.quietUntil(Instant.parse("2026-03-10T04:00:00Z")))
                .contains(Instant.parse("2026-03-10T06:00:00Z"));
        assertThat(noon.quietUntil(Instant.parse("2026-03-10T06:00:00Z"))).isEmpty();
    }

    @Test
    void endWhenClocksJumpOverTheirEnd() {
        QuietHours night = hours("22:00", "02:30", NEW_YORK);

        assertThat(night.quietUntil(Instant.parse("2026-03-08T05:00:00Z")))
                .contains(Instant.parse("2026-03-08T07:00:00Z"));
    }

    @Test
    void endAtTheFirstMomentThatIsNotQuietWhateverClocksDo() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            QuietHours hours = new QuietHours(
                    LocalTime.of(random.nextInt(24), 5 * random.nextInt(12)),
                    LocalTime.of(random.nextInt(24), 5 * random.nextInt(12) + 1),
                    NEW_YORK,
                    Set.of());
            Instant now = Instant.parse("2026-10-30T00:00:00Z")
                    .plusSeconds(random.nextInt(5 * 86_400))
                    .minus(Duration.ofDays(i % 2 == 0 ? 0 : 238));
            hours.quietUntil(now).ifPresent(end -> {
                assertThat(end).isAfter(now).isBefore(now.plus(Duration.ofHours(26)));
                assertThat(hours.quietUntil(end.minusMillis(1))).contains(end);
            });
        }
    }

    @Test
    void haveAnEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> hours("07:00", "07:00", SHANGHAI));
    }

    private static QuietHours hours(String from, String to, ZoneId zone) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), zone, Set.of());
    }
}
