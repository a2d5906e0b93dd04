package io.dianmai.kpi.counter;

import io.dianmai.kpi.ImplausibleEvent;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one event adds to the counters of its store.
 *
 * @param slices the dimension values that it also counts for, besides the store as a whole
 * @param amounts what it adds, never zero
 */
public record Deltas(List<Slice> slices, Map<Counter, Long> amounts) {
    /** Ten thousand million yuan in fen: more than any single event can mean. */
    private static final long LARGEST = 1_000_000_000_000L;

    static final Deltas NONE = new Deltas(List.of(), Map.of());

    /** @throws ImplausibleEvent when an amount is beyond all reason */
    public Deltas {
        amounts.forEach((counter, amount) -> {
            if (amount > LARGEST || amount < -LARGEST) {
                throw new ImplausibleEvent("adds too much to " + counter.catalogueName());
            }
        });
        slices = List.copyOf(slices);
        amounts = Collections.unmodifiableMap(amounts);
    }

    boolean isEmpty() {
        return amounts.isEmpty();
    }

    /** The part of it that moves levels. */
    Deltas gauges() {
        Collector levels = new Collector();
        amounts.forEach((counter, amount) -> levels.add(counter, counter.isGauge() ? amount : 0));
        return levels.over(slices);
    }

    /** Collects amounts. */
    static final class Collector {
        private final Map<Counter, Long> amounts = new EnumMap<>(Counter.class);

        Collector one(Counter counter) {
            return add(counter, 1);
        }

        Collector oneIf(boolean condition, Counter counter) {
            return condition ? one(counter) : this;
        }

        Collector add(Counter counter, long amount) {
            if (amount != 0) {
                amounts.merge(counter, amount, Long::sum);
            }
            return this;
        }

        Deltas over(List<Slice> slices) {
            return amounts.isEmpty() ? NONE : new Deltas(slices, amounts);
        }
    }
}
