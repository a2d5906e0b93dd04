package io.dianmai.system;

import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waiting with a limit; how long it took stands in the log, so that figures can be quoted. On a machine that is busy with
 * other things {@code -Ddianmai.patience=3} makes all limits three times as long; what must be fast is checked apart from that.
 */
final class Waiting {
    private static final Logger LOG = LoggerFactory.getLogger("timing");
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int PATIENCE = Integer.getInteger("dianmai.patience", 1);

    private Waiting() {}

    /** Returns when {@code assertion} holds; fails as it fails when it does not within {@code limit}. */
    static Duration until(String what, Duration limit, ThrowingRunnable assertion) {
        long begin = System.nanoTime();
        Awaitility.await(what)
                .atMost(limit.multipliedBy(PATIENCE))
                .pollInterval(POLL)
                .untilAsserted(assertion);
        return report(what, begin);
    }

    /** Fails as soon as {@code assertion} fails within {@code span}. */
    static void throughout(String what, Duration span, ThrowingRunnable assertion) {
        long begin = System.nanoTime();
        Awaitility.await(what)
                .pollInterval(Duration.ofMillis(500))
                .during(span)
                .atMost(span.plusSeconds(20))
                .failFast(what, assertion)
                .until(() -> true);
        report(what, begin);
    }

    /** Returns when that instant has passed. */
    static void past(String what, Instant instant) {
        long begin = System.nanoTime();
        Duration limit = Duration.between(Instant.now(), instant).plusSeconds(5);
        Awaitility.await(what)
                .pollInterval(POLL)
                .atMost(limit)
                .until(() -> Instant.now().isAfter(instant));
        report(what, begin);
    }

    static Duration timed(String what, Runnable act) {
        long begin = System.nanoTime();
        act.run();
        return report(what, begin);
    }

    private static Duration report(String what, long begin) {
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        LOG.info("{}: {} ms", what, taken.toMillis());
        return taken;
    }
}
