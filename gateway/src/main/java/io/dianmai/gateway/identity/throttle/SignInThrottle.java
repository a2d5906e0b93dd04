package io.dianmai.gateway.identity.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows down guessing: after a few failed tries of one account from one address, each further one must wait twice as
 * long as the one before. Nobody can lock out somebody who signs in from elsewhere. Kept in memory, bounded.
 */
public final class SignInThrottle {
    static final int FREE_TRIES = 5;
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final int ENTRIES = 100_000;

    private final Cache<Key, Tries> failures =
            Caffeine.newBuilder().maximumSize(ENTRIES).expireAfterWrite(MEMORY).build();
    private final Clock clock;

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** An account as it was typed, and where from. */
    record Key(String account, String address) {
        private static final int ACCOUNT_LENGTH = 64;

        Key {
            account = account.length() > ACCOUNT_LENGTH ? account.substring(0, ACCOUNT_LENGTH) : account;
        }
    }

    private record Tries(int count, Instant last) {
        Duration pause() {
            int doublings = count - FREE_TRIES;
            if (doublings < 0) {
                return Duration.ZERO;
            }
            Duration pause = Duration.ofSeconds(1L << Math.min(doublings, 30));
            return pause.compareTo(LONGEST_WAIT) < 0 ? pause : LONGEST_WAIT;
        }
    }

    /** How long the next try has to wait; zero when it need not. */
    Duration waitFor(Key key) {
        Tries tries = failures.getIfPresent(key);
        if (tries == null) {
            return Duration.ZERO;
        }
        Duration rest = Duration.between(clock.instant(), tries.last().plus(tries.pause()));
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    void failed(Key key) {
        Instant now = clock.instant();
        failures.asMap().compute(key, (same, tries) -> new Tries(tries == null ? 1 : tries.count() + 1, now));
    }

    void succeeded(Key key) {
        failures.invalidate(key);
    }
}
