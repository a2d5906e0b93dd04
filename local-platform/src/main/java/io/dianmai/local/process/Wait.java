package io.dianmai.local.process;

import java.time.Duration;

/** Waiting for a child to become ready, ended early by its death. */
public final class Wait {
    private static final long POLL_MILLIS = 100;

    private Wait() {}

    /** Returns when it is ready; fails with its last lines when it died or did not get ready in time. */
    public static void until(Child child, Readiness readiness, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!readiness.ready()) {
            if (!child.alive()) {
                throw child.failure(child.name() + " ended while it was starting");
            }
            if (System.nanoTime() >= deadline) {
                throw child.failure(child.name() + " was not ready after " + patience.toSeconds() + " s");
            }
            sleep(child);
        }
    }

    private static void sleep(Child child) {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw child.failure("interrupted while waiting for " + child.name());
        }
    }
}
