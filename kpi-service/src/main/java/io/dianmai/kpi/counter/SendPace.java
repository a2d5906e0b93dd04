package io.dianmai.kpi.counter;

import java.time.Duration;

/**
 * When changed rows leave: at each tick, but once a second while so many events come (a replay) that nearly every row
 * changes with every tick. A row that is sent a tenth as often is still there within a second, and costs a tenth.
 */
final class SendPace {
    /** Of one task, in one tick: far more than people and store systems make. */
    private static final int MANY_EVENTS = 200;

    private static final long LONGEST_WAIT = Duration.ofSeconds(1).toMillis();

    private int counted;
    private long lastSent;

    void counted() {
        counted++;
    }

    /** Whether this tick sends. */
    boolean sendsAt(long now) {
        boolean calm = counted < MANY_EVENTS;
        counted = 0;
        if (calm || now - lastSent >= LONGEST_WAIT) {
            lastSent = now;
            return true;
        }
        return false;
    }
}
