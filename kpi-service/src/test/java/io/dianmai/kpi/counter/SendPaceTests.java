package io.dianmai.kpi.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendPaceTests {
    private final SendPace pace = new SendPace();
    private Instant recorded = Instant.ofEpochMilli(4_000);

    @Test
    void sendsAtEachTickWhileFewEventsCome() {
        for (int second = 0; second < 20; second++) {
            count(49);
            for (int tick = 0; tick < 10; tick++) {
                assertThat(pace.sendsAt(5_000 + second * 1_000L + tick * 100L)).isTrue();
            }
        }
    }

    @Test
    void sendsThreeTimesASecondWhileSomeCome() {
        pace.sendsAt(5_000);
        for (long now = 5_100; now < 9_000; now += 100) {
            count(90);
            assertThat(pace.sendsAt(now)).isEqualTo(now % 300 == 5_000 % 300);
        }
    }

    @Test
    void aClockThatIsSetBackHoldsNothingBack() {
        count(500);
        pace.sendsAt(5_000);
        assertThat(pace.sendsAt(4_900)).isTrue();
    }

    @Test
    void sendsOnceASecondWhileManyComeHoweverUnevenly() {
        pace.sendsAt(5_000);
        count(1_000);
        for (long now = 5_100; now < 6_000; now += 100) {
            assertThat(pace.sendsAt(now)).isFalse();
        }
        assertThat(pace.sendsAt(6_000)).isTrue();
        assertThat(pace.sendsAt(6_100)).isFalse();
        // A second without: calm again.
        assertThat(pace.sendsAt(7_000)).isTrue();
        assertThat(pace.sendsAt(7_100)).isTrue();
    }

    @Test
    void historyLeavesEveryFiveSecondsAndAtOnceWhenItEnds() {
        recorded = Instant.EPOCH;
        pace.sendsAt(100_000);
        for (long now = 100_100; now < 105_000; now += 100) {
            count(200);
            assertThat(pace.sendsAt(now)).isEqualTo(now == 100_300);
        }
        assertThat(pace.sendsAt(105_400)).isTrue();
        assertThat(pace.sendsAt(106_300)).isFalse();
        assertThat(pace.sendsAt(107_400)).isTrue();
    }

    @Test
    void whatIsLessThanTenSecondsOldIsLive() {
        count(1);
        assertThat(pace.isLive(13_999)).isTrue();
        assertThat(pace.isLive(14_000)).isFalse();
    }

    private void count(int events) {
        IntStream.range(0, events).forEach(_ -> pace.counted(recorded));
    }
}
