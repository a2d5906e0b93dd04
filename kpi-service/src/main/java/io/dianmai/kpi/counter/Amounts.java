package io.dianmai.kpi.counter;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what an event adds to which counter. */
final class Amounts {
    private final Map<Counter, Long> amounts = new EnumMap<>(Counter.class);

    Amounts one(Counter counter) {
        return add(counter, 1);
    }

    Amounts oneIf(boolean condition, Counter counter) {
        return condition ? one(counter) : this;
    }

    Amounts add(Counter counter, long amount) {
        if (amount != 0) {
            amounts.merge(counter, amount, Long::sum);
        }
        return this;
    }

    /** The posting of these amounts, or none if nothing is added. */
    List<Posting> at(Instant at, List<Slice> slices) {
        return amounts.isEmpty() ? List.of() : List.of(new Posting(at, slices, amounts));
    }
}
