package io.dianmai.kpi.delivery.robot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * At most so many messages in any span of this length.
 *
 * @param most in the span
 */
record RateWindow(int most, Duration span) {

    /**
     * How long to wait until one more may leave; empty when it may now.
     *
     * @param sent when the last ones left, in order
     */
    Optional<Duration> waitAt(Instant now, List<Instant> sent) {
        if (sent.size() < most) {
            return Optional.empty();
        }
        Instant free = sent.get(sent.size() - most).plus(span);
        return free.isAfter(now) ? Optional.of(Duration.between(now, free)) : Optional.empty();
    }
}
