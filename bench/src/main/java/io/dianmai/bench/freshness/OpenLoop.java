package io.dianmai.bench.freshness;

import io.dianmai.bench.report.Sightings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Load by the clock: each thing is due at its moment, whether or not the one before was answered, and is measured from that moment. */
final class OpenLoop {
    /** Every so manieth thing is a marker. */
    static final int MARKED = 20;

    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(5);

    private final int rate;
    private final List<String> watched;
    private final List<Sightings> sightings;
    private long number;

    OpenLoop(int rate, List<String> watched, List<Sightings> sightings) {
        this.rate = rate;
        this.watched = List.copyOf(watched);
        this.sightings = List.copyOf(sightings);
    }

    /** Sends for so long; returns how late the latest was sent, which is the load generator's own fault. */
    Duration run(Sender sender, Duration warmUp, Duration measured) throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + warmUp.plus(measured).toNanos();
        long between = TimeUnit.SECONDS.toNanos(1) / rate;
        long latest = 0;
        sightings.forEach(places -> places.measureFrom(begin + warmUp.toNanos()));
        for (long due = begin; due < end; ) {
            long now = System.nanoTime();
            latest = Math.max(latest, now - due);
            for (; due <= now && due < end; due += between) {
                send(sender, due);
            }
            sender.roundEnded();
            TimeUnit.NANOSECONDS.sleep(Math.max(0, Math.max(due, now + ROUND) - System.nanoTime()));
        }
        return Duration.ofNanos(latest);
    }

    private void send(Sender sender, long due) {
        if (++number % MARKED == 0) {
            String store = watched.get((int) (number / MARKED % watched.size()));
            sightings.forEach(places -> places.meantAt(store, due));
            sender.call(store);
        } else {
            sender.something(number);
        }
    }
}
