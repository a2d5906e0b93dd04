package io.dianmai.bench.engine;

import io.dianmai.bench.platform.GroupLag.Progress;
import java.util.List;
import java.util.Map;

/**
 * How fast a contender went through the events.
 *
 * @param records how many there were
 * @param seconds from the first commit that was seen to the last
 * @param rate records a second between the two, the JVM's warming up included
 * @param warmRate the same without the first fifth of the records
 */
record Run(String contender, long records, double seconds, double rate, double warmRate) {
    private static final double WARM = 0.2;

    static Run of(Contender contender, List<Progress> steps) {
        Progress first = steps.getFirst();
        Progress last = steps.getLast();
        Progress warm = steps.stream()
                .filter(step -> step.records() >= last.records() * WARM)
                .findFirst()
                .orElse(first);
        if (steps.size() < 2 || warm.equals(last)) {
            throw new IllegalStateException("too few events to measure: all were committed at once");
        }
        return new Run(
                contender.name(),
                last.records(),
                last.secondsSince(first),
                last.rateSince(first),
                last.rateSince(warm));
    }

    String line() {
        return "%-12s %,10d events in %6.1f s: %,8.0f/s, warm %,8.0f/s"
                .formatted(contender, records, seconds, rate, warmRate);
    }

    Map<String, Object> figures() {
        return Map.of(
                "contender",
                contender,
                "events",
                records,
                "seconds",
                Math.round(seconds * 10) / 10.0,
                "eventsPerSecond",
                Math.round(rate),
                "eventsPerSecondWarm",
                Math.round(warmRate));
    }
}
