package io.dianmai.kit.audit;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.audit.AuditRecorded;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends entries to Kafka, by one thread, and takes them from the outbox once Kafka has them. While Kafka is away entries
 * only wait in the outbox; {@link AuditSweep} finds out when it is back.
 */
final class AuditRelay {
    private static final Logger log = LoggerFactory.getLogger(AuditRelay.class);
    private static final Duration PATIENCE = Duration.ofSeconds(35);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(3);

    private final Producer<String, byte[]> producer;
    private final URI source;
    private volatile @Nullable ScheduledThreadPoolExecutor relaying;
    private volatile boolean away;

    AuditRelay(Producer<String, byte[]> producer, String service) {
        this.producer = producer;
        this.source = URI.create("/" + service);
    }

    /** Begins, also after a stop; does {@code sweep} now and again and again. */
    void start(Runnable sweep, Duration interval) {
        var thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("audit-relay").factory());
        var _ = thread.scheduleWithFixedDelay(sweep, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        relaying = thread;
    }

    /** Sends an entry that is stored. Returns at once. */
    void send(AuditRecorded entry, AuditOutbox outbox) {
        if (!away) {
            later(() -> sendNow(entry, outbox));
        }
    }

    private void sendNow(AuditRecorded entry, AuditOutbox outbox) {
        try {
            // The callback hears what the future would say.
            var _ = producer.send(EventCodec.toRecord(envelope(entry)), (_, failure) -> sent(entry, failure, outbox));
        } catch (RuntimeException refused) {
            sent(entry, refused, outbox);
        }
    }

    private void sent(AuditRecorded entry, @Nullable Exception failure, AuditOutbox outbox) {
        if (failure == null) {
            later(() -> outbox.remove(entry.entryId()));
        } else {
            away = true;
            log.warn("audit entry {} was not sent and stays pending: {}", entry.entryId(), failure.toString());
        }
    }

    /** What is not done now is done by a sweep: the entry is still in the outbox. */
    private void later(Runnable work) {
        var thread = relaying;
        try {
            if (thread != null) {
                thread.execute(() -> orAgain(work));
            }
        } catch (RejectedExecutionException stopping) {
            log.info("an audit entry waits for the next start");
        }
    }

    private static void orAgain(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException storeAway) {
            log.warn("an audit entry will be sent again: {}", storeAway.toString());
        }
    }

    /**
     * Sends entries and waits until Kafka has them.
     *
     * @return whether it took all of them
     */
    boolean sendAll(List<AuditRecorded> entries, AuditOutbox outbox) throws InterruptedException {
        try {
            Map<String, Future<RecordMetadata>> sent = new LinkedHashMap<>();
            entries.forEach(entry -> sent.put(entry.entryId(), producer.send(EventCodec.toRecord(envelope(entry)))));
            for (AuditRecorded entry : entries) {
                Objects.requireNonNull(sent.get(entry.entryId())).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                outbox.remove(entry.entryId());
            }
            away = false;
            return true;
        } catch (ExecutionException | TimeoutException | org.apache.kafka.common.KafkaException kafkaAway) {
            away = true;
            log.warn("{} audit entries wait: {}", entries.size(), kafkaAway.toString());
            return false;
        }
    }

    private Envelope<AuditRecorded> envelope(AuditRecorded entry) {
        String storeId = entry.storeId() == null ? AuditRecorded.GROUP : entry.storeId();
        return new Envelope<>(
                entry.entryId(), source, entry.entryId(), entry.at(), storeId, 1, entry.at(), null, entry);
    }

    void stop() {
        var thread = relaying;
        relaying = null;
        if (thread == null) {
            return;
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                var _ = thread.shutdownNow();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
