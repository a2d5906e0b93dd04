package io.dianmai.gateway.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kit.test.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTests {
    private static final SignInThrottle.Key KEY = new SignInThrottle.Key("zhang", "10.0.0.1");

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void forgivesAFewTries() {
        fail(SignInThrottle.FREE_TRIES - 1);

        assertThat(throttle.waitFor(KEY)).isZero();
    }

    @Test
    void doublesTheWaitWithEachFurtherFailure() {
        fail(SignInThrottle.FREE_TRIES);
        assertThat(throttle.waitFor(KEY)).isEqualTo(Duration.ofSeconds(1));

        fail(3);
        assertThat(throttle.waitFor(KEY)).isEqualTo(Duration.ofSeconds(8));

        fail(100);
        assertThat(throttle.waitFor(KEY)).isEqualTo(SignInThrottle.LONGEST_WAIT);
    }

    @Test
    void letsInAfterTheWait() {
        fail(SignInThrottle.FREE_TRIES);

        clock.advance(Duration.ofMillis(999));
        assertThat(throttle.waitFor(KEY)).isEqualTo(Duration.ofMillis(1));
        clock.advance(Duration.ofMillis(1));
        assertThat(throttle.waitFor(KEY)).isZero();
    }

    @Test
    void forgetsAfterSuccess() {
        fail(SignInThrottle.FREE_TRIES);
        throttle.succeeded(KEY);

        assertThat(throttle.waitFor(KEY)).isZero();
    }

    @Test
    void doesNotPunishOthers() {
        fail(SignInThrottle.FREE_TRIES);

        assertThat(throttle.waitFor(new SignInThrottle.Key("zhang", "10.0.0.2")))
                .isZero();
        assertThat(throttle.waitFor(new SignInThrottle.Key("li", "10.0.0.1"))).isZero();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(KEY);
        }
    }
}
