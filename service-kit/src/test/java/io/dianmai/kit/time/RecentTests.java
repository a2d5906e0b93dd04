package io.dianmai.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kit.test.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentTests {
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T04:00:00Z"));
    private final AtomicInteger source = new AtomicInteger();
    private final Recent<Integer> recent = new Recent<>(source::incrementAndGet, Duration.ofSeconds(1), clock);

    @Test
    void isReadAnewOnceItIsTooOld() {
        assertThat(recent.get()).isEqualTo(1);
        clock.advance(Duration.ofMillis(999));
        assertThat(recent.get()).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(recent.get()).isEqualTo(2);
    }

    @Test
    void isReadAnewWhenTheClockWasSetBack() {
        assertThat(recent.get()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(-5));
        assertThat(recent.get()).isEqualTo(2);
    }
}
