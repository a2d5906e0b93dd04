package io.dianmai.kpi.value;

import io.dianmai.kpi.catalogue.CounterEntry;
import io.dianmai.kpi.counter.Counter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a name in a formula stands for. */
final class FigureName {
    /** Events that must have been there and were not heard: counted like the others, but no formula's matter. */
    static final String EVENTS_MISSING = Counter.EVENTS_MISSING.catalogueName();

    private FigureName() {}

    /** The counter or KPI that is aimed at, if the name is one of a target. */
    static Optional<String> targeted(String name) {
        return name.startsWith(CounterEntry.TARGET_PREFIX)
                ? Optional.of(name.substring(CounterEntry.TARGET_PREFIX.length()))
                : Optional.empty();
    }

    /** Whether rows have it, as what happened in a period. */
    static boolean isFlow(String name) {
        return Counter.named(name).filter(counter -> !counter.isGauge()).isPresent();
    }

    /** Whether rows have it, as a level (存量) of which nothing is told ahead. */
    static boolean isLevel(String name) {
        return Counter.named(name)
                .filter(counter -> counter.isGauge() && !counter.isToldAhead())
                .isPresent();
    }

    /** Whether it is a level of which rows of days to come tell, too. */
    static boolean isToldAhead(String name) {
        return Counter.named(name).filter(Counter::isToldAhead).isPresent();
    }

    /** Those that rows have. */
    static List<String> counted(Collection<String> names) {
        return names.stream().filter(name -> Counter.named(name).isPresent()).toList();
    }
}
