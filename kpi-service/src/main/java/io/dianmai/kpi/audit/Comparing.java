package io.dianmai.kpi.audit;

import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.journal.EngineView;
import io.dianmai.kpi.value.LiveRows.LiveRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One reading of events against the live rows, both of which may still grow. */
final class Comparing {
    /** What the engine has counted is in the rows by then. */
    static final Duration REST = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final StoreEvents events;
    private final Recount recount;
    private final Supplier<List<LiveRow>> live;
    private final List<RowKey> keys;
    private List<Difference> differences = List.of();
    private long read;

    Comparing(StoreEvents events, Recount recount, Supplier<List<LiveRow>> live, List<RowKey> keys) {
        this.events = events;
        this.recount = recount;
        this.live = live;
        this.keys = keys;
    }

    /**
     * Looks until there is no difference, or until what differs has stayed although no more events came and the engine
     * has counted all of them for a while.
     *
     * @param counted whether the engine has counted everything before these positions
     */
    AuditReport.Outcome until(Instant deadline, Predicate<Map<TopicPartition, Long>> counted, Clock clock)
            throws InterruptedException {
        readOn();
        Instant quietSince = clock.instant();
        while (true) {
            // Asked before the rows are read: they are no older than this.
            boolean quiet = clock.instant().isAfter(quietSince.plus(REST));
            differences = Comparison.of(recount, keys, live.get());
            if (differences.isEmpty()) {
                return AuditReport.Outcome.EQUAL;
            }
            if (quiet) {
                return AuditReport.Outcome.DIFFERENT;
            }
            if (clock.instant().isAfter(deadline)) {
                return AuditReport.Outcome.MOVING;
            }
            Thread.sleep(PAUSE);
            if (readOn() > 0 || !counted.test(events.positions())) {
                quietSince = clock.instant();
            }
        }
    }

    private long readOn() {
        long more = events.readOn(this::count);
        read += more;
        return more;
    }

    private void count(ConsumerRecord<byte[], byte[]> record) {
        EngineView.event(record).ifPresent(event -> recount.add(record.topic(), event));
    }

    AuditReport report(
            String storeId, String period, AuditReport.Outcome outcome, @Nullable Instant from, double seconds) {
        return new AuditReport(
                storeId, period, outcome, keys.size(), differences, read, recount.counted(), from, seconds);
    }
}
