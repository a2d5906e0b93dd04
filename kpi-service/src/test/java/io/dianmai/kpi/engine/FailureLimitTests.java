package io.dianmai.kpi.engine;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kit.test.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailureLimitTests {
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T04:00:00Z"));
    private final FailureLimit limit = new FailureLimit(clock);

    @Test
    void replacesThreadsUntilTooManyDieTooQuickly() {
        for (int i = 0; i < FailureLimit.FAILURES; i++) {
            assertThat(limit.handle(new IllegalStateException("test"))).isEqualTo(REPLACE_THREAD);
        }
        assertThat(limit.handle(new IllegalStateException("test"))).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void forgetsOldFailures() {
        for (int i = 0; i < 3 * FailureLimit.FAILURES; i++) {
            assertThat(limit.handle(new IllegalStateException("test"))).isEqualTo(REPLACE_THREAD);
            clock.advance(FailureLimit.WITHIN.dividedBy(FailureLimit.FAILURES).plus(Duration.ofMillis(1)));
        }
    }
}
