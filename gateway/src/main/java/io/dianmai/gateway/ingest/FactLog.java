package io.dianmai.gateway.ingest;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.fact.StoreFact;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where accepted facts are kept: the topic {@code store-events}, written with an idempotent producer. */
final class FactLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FactLog.class);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private static final Duration WARN_INTERVAL = Duration.ofSeconds(1);

    private final Producer<String, byte[]> producer;
    private final AtomicLong warnedAt = new AtomicLong(System.nanoTime() - WARN_INTERVAL.toNanos());

    FactLog(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Hands a fact to Kafka. Blocks only while Kafka is out of reach or its buffer is full, and then for a bounded
     * time.
     *
     * @return completes when all replicas in sync have it, with nothing; or with the reason why that is not known
     */
    CompletableFuture<Optional<Rejection>> append(Envelope<StoreFact> fact) {
        var appended = new CompletableFuture<Optional<Rejection>>();
        try {
            var _ = producer.send(
                    EventCodec.toRecord(fact),
                    (_, failure) ->
                            appended.complete(Optional.ofNullable(failure).map(this::rejection)));
        } catch (KafkaException | IllegalStateException failure) {
            appended.complete(Optional.of(rejection(failure)));
        }
        return appended;
    }

    /** Once a second: when Kafka is away, every fact on its way fails in the same moment. */
    private void warn(Exception failure) {
        long now = System.nanoTime();
        long last = warnedAt.get();
        if (now - last >= WARN_INTERVAL.toNanos() && warnedAt.compareAndSet(last, now)) {
            LOG.warn("facts are not confirmed by Kafka: {}", failure.toString());
        }
    }

    static Rejection unavailable() {
        return Rejection.of(
                IngestProblem.BROKER_UNAVAILABLE,
                "It is not known whether the event was kept. Send it again later: a repeat is harmless.");
    }

    private Rejection rejection(Exception failure) {
        if (failure instanceof RecordTooLargeException) {
            return Rejection.of(IngestProblem.BODY_TOO_LARGE, "The event is larger than the event log takes.");
        }
        warn(failure);
        return unavailable();
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
