package io.dianmai.kpi.delivery.queue;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * 退避: how long to wait after failures in a row. Any time up to a limit that doubles (full jitter), so that many
 * targets behind one host that was down do not come back to it together.
 */
final class Backoff {
    private static final int MOST_DOUBLINGS = 30;

    private final Duration from;
    private final Duration upTo;
    private final DoubleSupplier chance;

    /** @param chance from 0 to 1 */
    Backoff(Duration from, Duration upTo, DoubleSupplier chance) {
        this.from = from;
        this.upTo = upTo;
        this.chance = chance;
    }

    /**
     * The pause after so many failures, from 1.
     *
     * @param asked how long the other side asks to wait: no shorter, but not longer than the longest pause either
     */
    Duration pause(int failures, @Nullable Duration asked) {
        Duration doubled = from.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration limit = shorter(doubled, upTo);
        Duration jittered = Duration.ofMillis(Math.round(limit.toMillis() * chance.getAsDouble()));
        return asked == null ? jittered : longer(jittered, shorter(asked, upTo));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
