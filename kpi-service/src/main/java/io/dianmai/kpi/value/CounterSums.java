package io.dianmai.kpi.value;

import io.dianmai.kpi.catalogue.Figures;
import io.dianmai.kpi.counter.Counter;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counters summed over rows. */
final class CounterSums implements Figures {
    private final Map<Counter, Long> sums = new EnumMap<>(Counter.class);

    /** Takes what happened in a period; levels are no such thing. */
    BiConsumer<String, Long> flows() {
        return taking(counter -> !counter.isGauge(), 1);
    }

    /** Takes present levels. */
    BiConsumer<String, Long> levels() {
        return taking(Counter::isGauge, 1);
    }

    /** Takes back what moved levels after the period. */
    BiConsumer<String, Long> laterMoves() {
        return taking(Counter::isGauge, -1);
    }

    private BiConsumer<String, Long> taking(Predicate<Counter> wanted, int sign) {
        return (name, amount) ->
                Counter.named(name).filter(wanted).ifPresent(counter -> sums.merge(counter, sign * amount, Long::sum));
    }

    @Override
    public @Nullable BigDecimal of(String name) {
        return Counter.named(name)
                .map(counter -> BigDecimal.valueOf(sums.getOrDefault(counter, 0L)))
                .orElse(null);
    }
}
