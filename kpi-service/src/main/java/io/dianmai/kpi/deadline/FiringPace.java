package io.dianmai.kpi.deadline;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long the tasks of one stream thread may fire at each tick: together no more than part of the time while there are
 * events to read beside it, and each of those that had more to do its share. One for each thread, which alone uses it.
 */
final class FiringPace {
    private static final ThreadLocal<FiringPace> OF_THREAD = ThreadLocal.withInitial(FiringPace::new);
    private static final double PART = 0.6;
    private static final double PART_WITHOUT_EVENTS = 0.95;
    /** Within a part of a millisecond nothing gets done. */
    private static final long LEAST_NANOS = 2_000_000;

    private long roundBegan;
    private int busy;
    private int busyBefore;
    private boolean heardEvents;
    private boolean heardEventsBefore;

    /** That of the thread that asks. */
    static FiringPace ofThread() {
        return OF_THREAD.get();
    }

    /** Until when a task may fire in a tick that begins now. */
    BooleanSupplier tick(Duration tick) {
        long now = System.nanoTime();
        if (now - roundBegan >= tick.toNanos()) {
            roundBegan = now;
            busyBefore = busy;
            busy = 0;
            heardEventsBefore = heardEvents;
            heardEvents = false;
        }
        double part = heardEvents || heardEventsBefore ? PART : PART_WITHOUT_EVENTS;
        long share = (long) (tick.toNanos() * part) / Math.max(1, busyBefore);
        long until = now + Math.max(LEAST_NANOS, share);
        return () -> System.nanoTime() - until < 0;
    }

    /** An event came to one of the tasks. */
    void heardEvent() {
        heardEvents = true;
    }

    /** The task that just had its time needs more. */
    void needsMore() {
        busy++;
    }
}
