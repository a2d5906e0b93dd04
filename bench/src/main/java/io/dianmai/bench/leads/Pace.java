package io.dianmai.bench.leads;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** When the next lead is due: at once, or by the clock whether or not those before were answered. */
final class Pace {
    private final long between;
    private final AtomicLong next = new AtomicLong();

    private Pace(long betweenNanos) {
        this.between = betweenNanos;
    }

    static Pace unbounded() {
        return new Pace(0);
    }

    /** @param rate leads a second */
    static Pace of(int rate) {
        return new Pace(TimeUnit.SECONDS.toNanos(1) / rate);
    }

    /** Waits for the next moment, and returns it as {@link System#nanoTime}: what is late is measured from when it was due. */
    long awaitNext(long begin) throws InterruptedException {
        if (between == 0) {
            return System.nanoTime();
        }
        long due = begin + next.getAndIncrement() * between;
        TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
        return due;
    }
}
