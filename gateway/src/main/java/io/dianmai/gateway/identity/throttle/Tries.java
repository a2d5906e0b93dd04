package io.dianmai.gateway.identity.throttle;

import java.time.Duration;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The wrong guesses of one key.
 *
 * @param last when the last one was made, or let through
 */
@Document("sign_in_tries")
record Tries(@Id String id, int count, Instant last, Instant expiresAt) {
    /** How long after the last one the next must wait. */
    Duration pause() {
        if (count < SignInThrottle.FREE_TRIES) {
            return Duration.ZERO;
        }
        return count < SignInThrottle.LOCKED_AFTER
                ? Duration.ofSeconds(1L << (count - SignInThrottle.FREE_TRIES))
                : SignInThrottle.LOCK;
    }
}
