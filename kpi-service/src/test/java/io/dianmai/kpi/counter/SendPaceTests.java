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
        for (int tick = 0; tick < 20; tick++) {
            count(199);
            assertThat(pace.sendsAt(5_000 + tick * 100L)).isTrue();
        }
    }

    @Test
    void sendsOnceASecondWhileManyComeAndAtOnceAfterwards() {
        count(200);
        assertThat(pace.sendsAt(5_000)).isTrue();
        count(200);
        assertThat(pace.sendsAt(5_999)).isFalse();
        count(200);
        assertThat(pace.sendsAt(6_000)).isTrue();
        count(200);
        assertThat(pace.sendsAt(6_100)).isFalse();
        count(1);
        assertThat(pace.sendsAt(6_200)).isTrue();
    }

    @Test
    void historyLeavesEveryFiveSecondsAndAtOnceWhenItEnds() {
        recorded = Instant.EPOCH;
        count(200);
        assertThat(pace.sendsAt(100_000)).isTrue();
        count(200);
        assertThat(pace.sendsAt(104_999)).isFalse();
        assertThat(pace.isLive(104_999)).isFalse();
        count(200);
        assertThat(pace.sendsAt(105_000)).isTrue();
        count(199);
        assertThat(pace.sendsAt(105_100)).isTrue();
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
