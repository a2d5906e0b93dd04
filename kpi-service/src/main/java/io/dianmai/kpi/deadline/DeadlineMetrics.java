package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many clocks run on this instance, and how punctually rungs fire. */
public final class DeadlineMetrics {
    private final Map<String, Long> armedByTask = new ConcurrentHashMap<>();
    private final Map<DeadlineKind, Timer> lateness = new EnumMap<>(DeadlineKind.class);

    private final Counter digests;
    private final Counter snoozesTooLate;

    public DeadlineMetrics(MeterRegistry registry) {
        digests = Counter.builder("dianmai.deadlines.digests")
                .description("Digests that told a store of many rungs at once")
                .register(registry);
        snoozesTooLate = Counter.builder("dianmai.deadlines.snoozes.too.late")
                .description("Snoozes of clocks that had been stopped or set anew meanwhile")
                .register(registry);
        Gauge.builder(
                        "dianmai.deadlines.armed",
                        armedByTask,
                        tasks -> tasks.values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                .description("Deadlines that wait on this instance")
                .register(registry);
        for (DeadlineKind kind : DeadlineKind.values()) {
            lateness.put(
                    kind,
                    Timer.builder("dianmai.deadlines.lateness")
                            .description("From when a rung was to fire to its firing")
                            .tag("kind", kind.name())
                            .publishPercentileHistogram()
                            .register(registry));
        }
    }

    void armed(String task, long deadlines) {
        armedByTask.put(task, deadlines);
    }

    void gone(String task) {
        armedByTask.remove(task);
    }

    /** @param late since it was to fire, a grace and a snooze included */
    void fired(DeadlineKind kind, Duration late) {
        Timer timer = lateness.get(kind);
        if (timer != null) {
            timer.record(late);
        }
    }

    void digest() {
        digests.increment();
    }

    /** The clock was stopped or set anew before it was heard. */
    void snoozeCameTooLate() {
        snoozesTooLate.increment();
    }
}
