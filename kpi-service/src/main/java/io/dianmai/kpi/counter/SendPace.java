package io.dianmai.kpi.counter;

import java.time.Duration;
import java.time.Instant;

/**
 * When changed rows leave: at each tick, but less often while so many events come that nearly every row changes with
 * every tick. A row that is sent a tenth as often is still there within a second, and costs a tenth. Nobody waits for
 * history that is counted again: its rows leave every few seconds.
 */
final class SendPace {
    /** Of one task, in one tick: far more than people and store systems make. */
    private static final int MANY_EVENTS = 200;
    /** Behind by so much, it counts what is history. */
    private static final long HISTORY = Duration.ofSeconds(10).toMillis();

    private static final long LONGEST_WAIT = Duration.ofSeconds(1).toMillis();
    private static final long LONGEST_WAIT_IN_HISTORY = Duration.ofSeconds(5).toMillis();

    private int counted;
    private long newest;
    private long lastSent;

    void counted(Instant recordedTime) {
        counted++;
        newest = Math.max(newest, recordedTime.toEpochMilli());
    }

    /** Whether what was counted last is so new that somebody may wait for it. */
    boolean isLive(long now) {
        return now - newest < HISTORY;
    }

    /** Whether this tick sends. */
    boolean sendsAt(long now) {
        boolean calm = counted < MANY_EVENTS;
        counted = 0;
        if (calm || now - lastSent >= (isLive(now) ? LONGEST_WAIT : LONGEST_WAIT_IN_HISTORY)) {
            lastSent = now;
            return true;
        }
        return false;
    }
}
