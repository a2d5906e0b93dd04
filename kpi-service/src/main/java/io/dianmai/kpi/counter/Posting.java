package io.dianmai.kpi.counter;

import io.dianmai.kpi.ImplausibleEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * 记账: what an event adds to the counters of its store at one instant. Most events post once, at their own time; a
 * correction posts the exact negation of what it takes back, at the instant of the original.
 *
 * @param at the instant that it belongs to: its day, month and year in the store's zone are the ones that change
 * @param slices the dimension values that it also counts for, besides the store as a whole
 * @param amounts what it adds, never zero
 */
public record Posting(Instant at, List<Slice> slices, Map<Counter, Long> amounts) {
    /** Ten thousand million yuan in fen: more than any single event can mean. */
    private static final long LARGEST = 1_000_000_000_000L;

    /** @throws ImplausibleEvent when an amount or the instant is beyond all reason */
    public Posting {
        ImplausibleEvent.unlessInRange(at, "the time that it counts for");
        amounts.forEach((counter, amount) -> {
            if (amount > LARGEST || amount < -LARGEST) {
                throw new ImplausibleEvent("adds too much to " + counter.catalogueName());
            }
        });
        slices = List.copyOf(slices);
        amounts = Collections.unmodifiableMap(amounts);
    }

    /** What takes it back: the same place, the opposite amounts. */
    public Posting negated() {
        Map<Counter, Long> opposite = new EnumMap<>(Counter.class);
        amounts.forEach((counter, amount) -> opposite.put(counter, -amount));
        return new Posting(at, slices, opposite);
    }

    /** Whether it moves a level. */
    boolean movesLevels() {
        for (Counter counter : amounts.keySet()) {
            if (counter.isGauge()) {
                return true;
            }
        }
        return false;
    }

    /** The part of it that moves levels. */
    Posting levels() {
        Map<Counter, Long> levels = new EnumMap<>(amounts);
        levels.keySet().removeIf(counter -> !counter.isGauge());
        return new Posting(at, slices, levels);
    }
}
