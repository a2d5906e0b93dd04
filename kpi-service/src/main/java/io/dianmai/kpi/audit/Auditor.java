package io.dianmai.kpi.audit;

import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.value.LiveRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * 稽核: counts a store and period anew from the events in Kafka and compares with the live rows. What differs is looked at
 * again until the input has been at rest for a while with all of it counted; only then it is a difference.
 */
final class Auditor {
    /** Facts reach Kafka at most so long before they say to have happened; what is earlier is found by the second reading. */
    private static final Duration SEND_AHEAD = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Auditor.class);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final LiveRows live;
    private final EngineProgress engine;
    private final AuditMetrics metrics;
    private final Clock clock;

    Auditor(
            ConsumerFactory<byte[], byte[]> consumers,
            LiveRows live,
            EngineProgress engine,
            AuditMetrics metrics,
            Clock clock) {
        this.consumers = consumers;
        this.live = live;
        this.engine = engine;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Audits a store.
     *
     * @param zone the store's
     * @param complete read all events there are, and compare the levels since ever, too
     * @param patience how long facts may keep coming
     */
    AuditReport audit(String storeId, ZoneId zone, AuditedPeriod period, boolean complete, Duration patience)
            throws InterruptedException {
        Instant deadline = clock.instant().plus(patience);
        AuditReport report = compare(storeId, zone, period, complete, deadline);
        if (report.outcome() == AuditReport.Outcome.DIFFERENT && !complete) {
            // Events sent long before their time, or gaps at the beginning: nothing is said before all was read.
            report = compare(storeId, zone, period, true, deadline);
        }
        metrics.ended(report);
        if (report.outcome() == AuditReport.Outcome.DIFFERENT) {
            LOG.error(
                    "The rows of store {} for {} are not what its events make: {} differences, first {}",
                    storeId,
                    period.text(),
                    report.differences().size(),
                    report.differences().getFirst());
        }
        return report;
    }

    private AuditReport compare(String storeId, ZoneId zone, AuditedPeriod period, boolean complete, Instant deadline)
            throws InterruptedException {
        Optional<Instant> from = complete
                ? Optional.empty()
                : Optional.of(period.firstDay().atStartOfDay(zone).toInstant().minus(SEND_AHEAD));
        List<RowKey> keys = period.keys(storeId, complete);
        Instant began = clock.instant();
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer();
                StoreEvents events = new StoreEvents(consumer, storeId, from)) {
            Comparing comparing = new Comparing(events, new Recount(zone, complete), () -> live.of(keys), keys);
            AuditReport.Outcome outcome = comparing.until(deadline, engine::hasReached, clock);
            double seconds = Duration.between(began, clock.instant()).toMillis() / 1000.0;
            return comparing.report(storeId, period.text(), outcome, from.orElse(null), seconds);
        }
    }
}
