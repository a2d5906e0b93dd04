package io.dianmai.kpi.ladder;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How well this instance knows the ladders. */
final class LadderMetrics {
    private final AtomicLong version = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private final Counter failures;
    private final Clock clock;
    private volatile Instant heardAt;

    LadderMetrics(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        heardAt = clock.instant();
        Gauge.builder("dianmai.ladders.version", version, AtomicLong::get)
                .description("Version of the ladders; the same on all instances within a second or two")
                .register(meters);
        Gauge.builder("dianmai.ladders.unreadable", unreadable, AtomicLong::get)
                .description("Kinds and scopes whose ladders cannot be read, and are left out")
                .register(meters);
        TimeGauge.builder("dianmai.ladders.age", this, TimeUnit.MILLISECONDS, LadderMetrics::ageMillis)
                .description("Since the document store last told what the ladders are")
                .register(meters);
        failures = Counter.builder("dianmai.ladders.refresh.failures")
                .description("Times that the document store could not tell what the ladders are")
                .register(meters);
    }

    private double ageMillis() {
        return Duration.between(heardAt, clock.instant()).toMillis();
    }

    void heard() {
        heardAt = clock.instant();
    }

    void read(long newVersion, int leftOut) {
        version.set(newVersion);
        unreadable.set(leftOut);
    }

    void failed() {
        failures.increment();
    }
}
