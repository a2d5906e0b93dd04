package io.dianmai.bench.report;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * Markers that were meant to be sent at some moment, and when each was seen in one place. A store's markers are counted by a counter that
 * nothing else moves, and are applied in order: who sees the number 7 sees the first seven.
 */
public final class Sightings {
    private final Latencies latencies = new Latencies();
    private final Map<String, Queue<Long>> meant = new HashMap<>();
    private final Map<String, Long> seen = new HashMap<>();
    private long open;
    private long measuredFrom = Long.MAX_VALUE;

    /** From this moment of {@link System#nanoTime} on markers are measured; those before only warm up. */
    public synchronized void measureFrom(long nanos) {
        measuredFrom = nanos;
    }

    /** Where the counter of a store stands before the first marker. */
    public synchronized void beginAt(String store, long count) {
        seen.put(store, count);
    }

    public synchronized void meantAt(String store, long nanos) {
        meant.computeIfAbsent(store, _ -> new ArrayDeque<>()).add(nanos);
        open++;
    }

    /** The counter of the store stood at {@code count} at this moment. */
    public synchronized void seen(String store, long count, long nanos) {
        Queue<Long> waiting = meant.getOrDefault(store, new ArrayDeque<>());
        long before = seen.getOrDefault(store, 0L);
        for (long number = before; number < count && !waiting.isEmpty(); number++) {
            long at = waiting.remove();
            open--;
            if (at >= measuredFrom) {
                latencies.add(nanos - at);
            }
        }
        seen.put(store, Math.max(before, count));
    }

    /** Markers that nobody has seen yet. */
    public synchronized long open() {
        return open;
    }

    public Latencies latencies() {
        return latencies;
    }
}
