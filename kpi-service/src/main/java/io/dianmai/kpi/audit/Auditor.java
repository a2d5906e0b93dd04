package io.dianmai.kpi.audit;

import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.journal.EngineView;
import io.dianmai.kpi.value.LiveRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Logger LOG = LoggerFactory.getLogger(Auditor.class);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final LiveRows live;
    private final StoreReplica stores;
    private final EngineProgress engine;
    private final AuditMetrics metrics;
    private final Clock clock;

    Auditor(
            ConsumerFactory<byte[], byte[]> consumers,
            LiveRows live,
            StoreReplica stores,
            EngineProgress engine,
            AuditMetrics metrics,
            Clock clock) {
        this.consumers = consumers;
        this.live = live;
        this.stores = stores;
        this.engine = engine;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Audits a store that the registry has named.
     *
     * @param complete read all events there are, and compare the levels since ever, too
     * @param patience how long facts may keep coming
     */
    AuditReport audit(String storeId, AuditedPeriod period, boolean complete, Duration patience)
            throws InterruptedException {
        AuditReport report = compare(storeId, period, complete, patience);
        if (report.outcome() == AuditReport.Outcome.DIFFERENT && !complete) {
            // Events sent long before their time, or gaps at the beginning: nothing is said before all was read.
            report = compare(storeId, period, true, patience);
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

    private AuditReport compare(String storeId, AuditedPeriod period, boolean complete, Duration patience)
            throws InterruptedException {
        ZoneId zone = stores.zone(storeId);
        Optional<Instant> from = complete
                ? Optional.empty()
                : Optional.of(period.firstDay().atStartOfDay(zone).toInstant().minus(SEND_AHEAD));
        Recount recount = new Recount(zone, complete);
        List<RowKey> keys = period.keys(storeId, complete);
        Instant began = clock.instant();
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer();
                StoreEvents events = new StoreEvents(consumer, storeId, from)) {
            long read = events.readOn(record -> count(recount, record));
            Instant asked = clock.instant();
            Instant atRestSince = asked;
            while (true) {
                List<Difference> differences = Comparison.of(recount, keys, live.of(keys));
                Optional<AuditReport.Outcome> outcome =
                        outcome(differences, atRestSince, asked.plus(patience), events);
                if (outcome.isPresent()) {
                    double seconds = Duration.between(began, clock.instant()).toMillis() / 1000.0;
                    return new AuditReport(
                            storeId,
                            period.text(),
                            outcome.get(),
                            keys.size(),
                            differences,
                            read,
                            recount.counted(),
                            from.orElse(null),
                            seconds);
                }
                Thread.sleep(PAUSE);
                long more = events.readOn(record -> count(recount, record));
                read += more;
                atRestSince = more == 0 ? atRestSince : clock.instant();
            }
        }
    }

    private Optional<AuditReport.Outcome> outcome(
            List<Difference> differences, Instant atRestSince, Instant deadline, StoreEvents events) {
        if (differences.isEmpty()) {
            return Optional.of(AuditReport.Outcome.EQUAL);
        }
        Instant now = clock.instant();
        if (now.isAfter(atRestSince.plus(REST)) && engine.hasReached(events.positions())) {
            return Optional.of(AuditReport.Outcome.DIFFERENT);
        }
        return now.isAfter(deadline) ? Optional.of(AuditReport.Outcome.MOVING) : Optional.empty();
    }

    private static void count(Recount recount, ConsumerRecord<byte[], byte[]> record) {
        EngineView.event(record).ifPresent(event -> recount.add(record.topic(), event));
    }
}
