package io.dianmai.kpi.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendPaceTests {
    private final SendPace pace = new SendPace();

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

    private void count(int events) {
        IntStream.range(0, events).forEach(_ -> pace.counted());
    }
}
