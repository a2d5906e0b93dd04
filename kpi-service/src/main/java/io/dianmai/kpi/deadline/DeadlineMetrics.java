package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
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

    public DeadlineMetrics(MeterRegistry registry) {
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
                            .description("From the time of a rung to its firing")
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

    void fired(ReminderFired reminder) {
        Timer timer = lateness.get(reminder.kind());
        if (timer != null) {
            timer.record(Duration.between(reminder.rungAt(), reminder.firedAt()));
        }
    }
}
