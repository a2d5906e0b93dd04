package io.dianmai.gateway.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dianmai.gateway.identity.IdentityEvent;
import io.dianmai.gateway.identity.IdentityProperties;
import io.dianmai.gateway.identity.MemoryStore;
import io.dianmai.gateway.identity.throttle.SignInThrottle;
import io.dianmai.gateway.identity.throttle.Throttles;
import io.dianmai.gateway.identity.throttle.TooManyTries;
import io.dianmai.kit.personal.SecretBox;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.test.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecondFactorsTests {
    private static final String WRONG = "000000";

    private final MemoryStore store = new MemoryStore();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final OneTimeCodes codes = new OneTimeCodes();
    private final List<Object> events = new ArrayList<>();
    private final SecondFactors here = instance();
    private final SecondFactors there = instance();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void takesACodeOnceOnWhicheverInstance() {
        String secret = here.begin("zhang").secret();
        here.confirm("zhang", code(secret));
        assertThat(there.accepts("zhang", code(secret))).as("used to confirm").isFalse();

        clock.advance(OneTimeCodes.STEP);
        assertThat(here.accepts("zhang", code(secret))).isTrue();
        assertThat(there.accepts("zhang", code(secret))).isFalse();
        assertThat(here.accepts("zhang", code(secret))).isFalse();
    }

    @Test
    void slowsDownGuessesWhereverACodeIsAsked() {
        String secret = here.begin("zhang").secret();
        guess(() -> here.confirm("zhang", WRONG));

        assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> there.confirm("zhang", code(secret)));
        clock.advance(Duration.ofSeconds(1));
        there.confirm("zhang", code(secret));

        guess(() -> here.remove("zhang", WRONG));
        clock.advance(OneTimeCodes.STEP);
        there.remove("zhang", code(secret));
        assertThat(events)
                .containsExactly(
                        new IdentityEvent(IdentityEvent.Kind.SECOND_FACTOR_SET, "zhang", "zhang", null),
                        new IdentityEvent(IdentityEvent.Kind.SECOND_FACTOR_REMOVED, "zhang", "zhang", null));
    }

    @Test
    void locksOutWhoGuessesOn() {
        String secret = here.begin("zhang").secret();
        here.confirm("zhang", code(secret));
        for (int tries = 0; tries < 12; tries++) {
            clock.advance(Duration.ofSeconds(65));
            assertThat(here.accepts("zhang", WRONG)).isFalse();
        }

        clock.advance(Duration.ofMinutes(14));
        assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> there.accepts("zhang", code(secret)));
        clock.advance(Duration.ofMinutes(1));
        assertThat(there.accepts("zhang", code(secret))).isTrue();
    }

    private static void guess(Runnable once) {
        for (int tries = 0; tries < SignInThrottle.FREE_TRIES; tries++) {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(once::run);
        }
        assertThatExceptionOfType(TooManyTries.class).isThrownBy(once::run);
    }

    private String code(String secret) {
        return codes.at(secret, OneTimeCodes.step(clock.instant()));
    }

    private SecondFactors instance() {
        return new SecondFactors(
                store.template(),
                SecretBox.under(List.of(new byte[32])),
                new IdentityProperties(URI.create("http://localhost:8080"), null, null, Duration.ofDays(90), Set.of()),
                Throttles.on(store.template(), clock),
                events::add,
                clock);
    }
}
