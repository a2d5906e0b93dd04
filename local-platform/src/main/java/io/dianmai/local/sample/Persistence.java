package io.dianmai.local.sample;

import io.dianmai.local.process.LaunchFailure;
import java.time.Duration;

/**
 * Repeats a request for as long as the platform is away or asks to come back later.
 *
 * @param patience how long one request may fail before it is given up
 */
record Persistence(Duration patience) {
    /** A request that may be repeated without harm. */
    interface Request<T> {
        T send() throws Unavailable;
    }

    <T> T insistOn(Request<T> request) {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return request.send();
            } catch (Unavailable away) {
                if (System.nanoTime() + away.retryAfter().toNanos() - giveUp >= 0) {
                    throw new LaunchFailure(
                            "the platform did not take the sample group for " + patience.toSeconds() + " s: "
                                    + away.getMessage(),
                            "Look at ./dianmai status and ./dianmai logs gateway.");
                }
                pause(away.retryAfter());
            }
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted", "Run ./dianmai up again.");
        }
    }
}
