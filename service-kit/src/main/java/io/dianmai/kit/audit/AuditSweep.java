package io.dianmai.kit.audit;

import io.dianmai.contracts.audit.AuditRecorded;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sends what a crash, or a time without Kafka, has left in the outbox. The first time at the start. */
final class AuditSweep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(AuditSweep.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final int BATCH = 500;

    private final AuditOutbox outbox;
    private final AuditRelay relay;
    private final Clock clock;
    private volatile @Nullable Instant oldest;
    private volatile boolean running;

    AuditSweep(AuditOutbox outbox, AuditRelay relay, Clock clock, MeterRegistry meters) {
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
        Gauge.builder("dianmai.audit.oldest.age", this, AuditSweep::oldestAge)
                .description("Age of the oldest audit entry that a sweep found unsent")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Sends everything that is left behind now. */
    void run() {
        try {
            List<AuditRecorded> left;
            do {
                left = outbox.leftBehind(BATCH);
                oldest = left.isEmpty() ? null : left.getFirst().at();
            } while (relay.sendAll(left, outbox) && left.size() == BATCH);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException storeAway) {
            log.warn("a sweep for audit entries failed and will be repeated: {}", storeAway.toString());
        }
    }

    private double oldestAge() {
        Instant since = oldest;
        return since == null ? 0 : Duration.between(since, clock.instant()).toSeconds();
    }

    @Override
    public void start() {
        running = true;
        var _ = relay.thread()
                .scheduleWithFixedDelay(this::run, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        relay.stop();
    }

    /** Up before anything is said, down after everything. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1_000;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
