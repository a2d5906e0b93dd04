package io.dianmai.kpi.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class HeardMinutesTests {
    private static final Serde<SilenceEntry> SERDE = SilenceEntry.serde();
    private static final long DAY = 24 * 60;
    private static final long TODAY = 20_000;

    private final HeardMinutes heard = new HeardMinutes();

    @Test
    void aMinuteHasSixtySeconds() {
        assertThat(HeardMinutes.minuteOf(Instant.parse("2026-11-21T04:00:59.999Z")))
                .isEqualTo(HeardMinutes.minuteOf(Instant.parse("2026-11-21T04:00:00Z")));
        assertThat(HeardMinutes.startOf(HeardMinutes.minuteOf(Instant.parse("2026-11-21T04:01:00Z"))))
                .isEqualTo(Instant.parse("2026-11-21T04:01:00Z"));
    }

    @Test
    void walksBackOverAllMinutesWhateverTheirOrder() {
        var random = new Random(7);
        var expected = new TreeSet<>(List.of(TODAY * DAY, TODAY * DAY - 1, TODAY * DAY + DAY - 1));
        for (int i = 0; i < 500; i++) {
            expected.add((TODAY - random.nextInt(HeardMinutes.DAYS - 1)) * DAY + random.nextInt((int) DAY));
        }
        List<Long> shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(minute -> assertThat(heard.add(minute)).isTrue());
        shuffled.forEach(minute -> assertThat(heard.add(minute)).isFalse());

        assertThat(minutes(heard)).containsExactlyElementsOf(expected.descendingSet());
        assertThat(minutes(reopened())).containsExactlyElementsOf(expected.descendingSet());
    }

    @Test
    void forgetsWhatIsTooOld() {
        heard.add((TODAY - HeardMinutes.DAYS + 1) * DAY);
        heard.add((TODAY - HeardMinutes.DAYS) * DAY);
        heard.add(TODAY * DAY);

        assertThat(minutes(heard)).containsExactly(TODAY * DAY, (TODAY - HeardMinutes.DAYS + 1) * DAY);
        assertThat(heard.add((TODAY - HeardMinutes.DAYS) * DAY + 5)).isFalse();
    }

    private HeardMinutes reopened() {
        var reopened = new HeardMinutes();
        for (long day = TODAY - HeardMinutes.DAYS + 2; day <= TODAY; day++) {
            byte[] stored = SERDE.serializer().serialize("", heard.day(day));
            reopened.take((SilenceEntry.Day) SERDE.deserializer().deserialize("", stored));
        }
        return reopened;
    }

    private static List<Long> minutes(HeardMinutes heard) {
        List<Long> minutes = new ArrayList<>();
        for (OptionalLong at = heard.last(); at.isPresent(); at = heard.before(at.getAsLong())) {
            minutes.add(at.getAsLong());
        }
        return minutes;
    }
}
