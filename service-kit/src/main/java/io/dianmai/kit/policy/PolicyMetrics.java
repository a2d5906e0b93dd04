package io.dianmai.kit.policy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How well this instance knows the policies. */
final class PolicyMetrics {
    private final AtomicLong version = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private final Counter failures;
    private final Clock clock;
    private volatile Instant heardAt;

    PolicyMetrics(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        heardAt = clock.instant();
        Gauge.builder("dianmai.policies.version", version, AtomicLong::get)
                .description("Version of the policies; the same on all instances within a second or two")
                .register(meters);
        Gauge.builder("dianmai.policies.unreadable", unreadable, AtomicLong::get)
                .description("Kinds and scopes whose policies cannot be read, and are left out")
                .register(meters);
        TimeGauge.builder("dianmai.policies.age", this, TimeUnit.MILLISECONDS, PolicyMetrics::ageMillis)
                .description("Since the document store last told what the policies are")
                .register(meters);
        failures = Counter.builder("dianmai.policies.refresh.failures")
                .description("Times that the document store could not tell what the policies are")
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
