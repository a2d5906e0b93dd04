package io.dianmai.bench.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long each of many things took; every single one is kept. */
public final class Latencies {
    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.99;

    private final List<Long> nanos = new ArrayList<>();

    public synchronized void add(long tookNanos) {
        nanos.add(tookNanos);
    }

    public synchronized void add(Duration took) {
        nanos.add(took.toNanos());
    }

    public synchronized int count() {
        return nanos.size();
    }

    /** In milliseconds: nearest rank, so that it is one that really was. */
    public synchronized double percentile(double share) {
        if (nanos.isEmpty()) {
            return Double.NaN;
        }
        List<Long> sorted = nanos.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return Math.round(sorted.get(Math.max(0, rank - 1)) / 1e5) / 10.0;
    }

    public double p99() {
        return percentile(MOST);
    }

    /** By the names of the figures. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("count", count());
        figures.put("p50Millis", percentile(MEDIAN));
        figures.put("p99Millis", p99());
        figures.put("maxMillis", percentile(1));
        return figures;
    }

    public String text() {
        return "p50 %,.1f ms, p99 %,.1f ms, max %,.1f ms (%,d)"
                .formatted(percentile(MEDIAN), p99(), percentile(1), count());
    }
}
