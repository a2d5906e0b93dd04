package io.dianmai.kpi.engine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What became of the events that came in. */
public final class EngineMetrics {
    private final Clock clock;
    private final Counter applied;
    private final Counter repeated;
    private final Counter unknownType;
    private final Counter deadLetters;
    private final Counter gaps;
    private final Timer factToCounter;

    EngineMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        applied = events(registry, "applied");
        repeated = events(registry, "repeated");
        unknownType = events(registry, "unknown-type");
        deadLetters = events(registry, "dead-letter");
        gaps = Counter.builder("dianmai.kpi.gaps")
                .description("Aggregates of which events were missing")
                .register(registry);
        factToCounter = Timer.builder("dianmai.kpi.fact.to.counter")
                .description("From the acceptance of a fact to its being counted")
                .publishPercentileHistogram()
                .register(registry);
    }

    private static Counter events(MeterRegistry registry, String outcome) {
        return Counter.builder("dianmai.kpi.events")
                .description("Events by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    void applied(Instant recordedTime) {
        applied.increment();
        Duration taken = Duration.between(recordedTime, clock.instant());
        // Clocks of machines differ a little.
        factToCounter.record(taken.isNegative() ? Duration.ZERO : taken);
    }

    void repeated() {
        repeated.increment();
    }

    void unknownType() {
        unknownType.increment();
    }

    void deadLetter() {
        deadLetters.increment();
    }

    void gap() {
        gaps.increment();
    }
}
