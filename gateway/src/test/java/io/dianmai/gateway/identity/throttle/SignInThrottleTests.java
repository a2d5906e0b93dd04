package io.dianmai.gateway.identity.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dianmai.gateway.identity.IdentityEvent;
import io.dianmai.gateway.identity.MemoryStore;
import io.dianmai.kit.test.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInThrottleTests {
    private static final SignInThrottle.Key KEY = SignInThrottle.Key.from("10.0.0.1", "zhang");

    private final MemoryStore store = new MemoryStore();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final List<Object> events = new ArrayList<>();
    private final SignInThrottle throttle = new SignInThrottle(store.template(), events::add, clock);
    private final SignInThrottle elsewhere = new SignInThrottle(store.template(), events::add, clock);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void forgivesAFewTries() {
        fail(SignInThrottle.FREE_TRIES - 1);

        assertThat(throttle.waitFor(KEY)).isZero();
    }

    @Test
    void doublesTheWaitWithEachFurtherFailureAndLocksOutInTheEnd() {
        fail(SignInThrottle.FREE_TRIES);
        assertThat(throttle.waitFor(KEY)).isEqualTo(Duration.ofSeconds(1));

        fail(3);
        assertThat(throttle.waitFor(KEY)).isEqualTo(Duration.ofSeconds(8));
        assertThat(events).isEmpty();

        fail(SignInThrottle.LOCKED_AFTER - SignInThrottle.FREE_TRIES - 3);
        assertThat(throttle.waitFor(KEY)).isEqualTo(SignInThrottle.LOCK);
        assertThat(events).containsExactly(new IdentityEvent(IdentityEvent.Kind.LOCKED_OUT, "zhang", "zhang", "900"));
    }

    @Test
    void letsInAfterTheWaitButOnlyOneAtATime() {
        fail(SignInThrottle.FREE_TRIES);

        clock.advance(Duration.ofMillis(999));
        assertThat(throttle.waitFor(KEY)).isEqualTo(Duration.ofMillis(1));
        clock.advance(Duration.ofMillis(1));
        assertThat(throttle.waitFor(KEY)).isZero();
        assertThat(elsewhere.waitFor(KEY)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void countsTheSameOnEveryInstance() {
        fail(SignInThrottle.FREE_TRIES - 1);
        elsewhere.failed(KEY);

        assertThat(throttle.waitFor(KEY)).isPositive();
        assertThat(elsewhere.waitFor(KEY)).isPositive();
    }

    @Test
    void forgetsAfterSuccess() {
        fail(SignInThrottle.FREE_TRIES);
        elsewhere.succeeded(KEY);

        assertThat(throttle.waitFor(KEY)).isZero();
    }

    @Test
    void forgetsAfterAWhile() {
        fail(SignInThrottle.LOCKED_AFTER);
        clock.advance(Duration.ofMinutes(31));

        assertThat(throttle.waitFor(KEY)).isZero();
        fail(1);
        assertThat(throttle.waitFor(KEY)).isZero();
    }

    @Test
    void doesNotPunishOthers() {
        fail(SignInThrottle.FREE_TRIES);

        assertThat(throttle.waitFor(SignInThrottle.Key.from("10.0.0.2", "zhang")))
                .isZero();
        assertThat(throttle.waitFor(SignInThrottle.Key.from("10.0.0.1", "li"))).isZero();
    }

    @Test
    void looksAtNoGuessThatHasToWait() {
        var codes = SignInThrottle.Key.codesOf("zhang");
        for (int i = 0; i < SignInThrottle.FREE_TRIES; i++) {
            assertThat(throttle.guess(codes, () -> false)).isFalse();
        }

        assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> elsewhere.guess(codes, () -> true));
        clock.advance(Duration.ofSeconds(1));
        assertThat(elsewhere.guess(codes, () -> true)).isTrue();
        assertThat(throttle.guess(codes, () -> true)).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(KEY);
        }
    }
}
