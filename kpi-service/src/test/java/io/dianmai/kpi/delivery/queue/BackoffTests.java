package io.dianmai.kpi.delivery.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTests {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void doublesUpToAnHourAndNeverOverflows() {
        Backoff longest = new Backoff(SECOND, HOUR, () -> 1.0);

        assertThat(longest.pause(1, null)).isEqualTo(SECOND);
        assertThat(longest.pause(2, null)).isEqualTo(Duration.ofSeconds(2));
        assertThat(longest.pause(12, null)).isEqualTo(Duration.ofSeconds(2_048));
        assertThat(longest.pause(13, null)).isEqualTo(HOUR);
        assertThat(longest.pause(1_000_000, null)).isEqualTo(HOUR);
    }

    @Test
    void jitterIsFull() {
        assertThat(new Backoff(SECOND, HOUR, () -> 0.0).pause(20, null)).isZero();
        assertThat(new Backoff(SECOND, HOUR, () -> 0.25).pause(20, null)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void whatIsAskedForIsTheLeastWithinBounds() {
        Backoff none = new Backoff(SECOND, HOUR, () -> 0.0);
        assertThat(none.pause(1, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        assertThat(none.pause(1, Duration.ofDays(9))).isEqualTo(HOUR);
        assertThat(new Backoff(SECOND, HOUR, () -> 1.0).pause(5, Duration.ZERO)).isEqualTo(Duration.ofSeconds(16));
    }
}
