package io.dianmai.kpi.counter;

import java.time.Duration;
import java.time.Instant;

/**
 * When changed rows leave: at each tick, but less often while so many events come that nearly every row changes with
 * every tick. A row that is sent a third or a tenth as often is still there within a second, and costs a third or a tenth:
 * here, and wherever rows are read. Nobody waits for history that is counted again: its rows leave every few seconds.
 */
final class SendPace {
    /** Of one task, in a second: more than one store makes in its busiest hour. */
    private static final int SOME_EVENTS = 50;
    /** The same: far more than people and store systems make. */
    private static final int MANY_EVENTS = 1_000;

    private static final long SECOND = Duration.ofSeconds(1).toMillis();
    /** Behind by so much, it counts what is history. */
    private static final long HISTORY = Duration.ofSeconds(10).toMillis();

    private static final long SHORT_WAIT = Duration.ofMillis(300).toMillis();
    private static final long LONGEST_WAIT = Duration.ofSeconds(1).toMillis();
    private static final long LONGEST_WAIT_IN_HISTORY = Duration.ofSeconds(5).toMillis();

    private long secondBegan;
    private int inThisSecond;
    private int inTheLastSecond;
    private long newest;
    private long lastSent;

    void counted(Instant recordedTime) {
        inThisSecond++;
        newest = Math.max(newest, recordedTime.toEpochMilli());
    }

    /** Whether what was counted last is so new that somebody may wait for it. */
    boolean isLive(long now) {
        return now - newest < HISTORY;
    }

    /** Whether this tick sends. */
    boolean sendsAt(long now) {
        if (now - secondBegan >= SECOND) {
            secondBegan = now;
            inTheLastSecond = inThisSecond;
            inThisSecond = 0;
        }
        // Where the clock was set back, nobody waits until it has made up for that.
        boolean sends = now < lastSent || now - lastSent >= pause(now);
        lastSent = sends ? now : lastSent;
        return sends;
    }

    private long pause(long now) {
        // Tasks take turns: one that has just waited for the others is not calm.
        int busy = Math.max(inThisSecond, inTheLastSecond);
        if (busy >= MANY_EVENTS) {
            return isLive(now) ? LONGEST_WAIT : LONGEST_WAIT_IN_HISTORY;
        }
        return busy >= SOME_EVENTS ? SHORT_WAIT : 0;
    }
}
