package io.dianmai.bench.platform;

import io.dianmai.bench.history.Chronicle;
import io.dianmai.bench.history.Group;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.org.StorePublished;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes events to their topics with the codec and the guarantee of the services. */
public final class EventWriter implements AutoCloseable {
    private static final URI GATEWAY = URI.create("/gateway");
    private static final Instant FOUNDED = Instant.parse("2020-01-01T00:00:00Z");
    private static final int BATCH = 64 * 1024;

    private final Producer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** What is sent within {@code linger} travels together. */
    public EventWriter(String bootstrapServers, Duration linger) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        linger.toMillis(),
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        BATCH),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A history with the registry of its group before it; returns when Kafka has all of it. */
    public void write(Group group, Chronicle chronicle) {
        publish(group);
        chronicle.tell(this::send);
        flush();
    }

    /** The registry of a group; returns when Kafka has it. */
    public void publish(Group group) {
        for (StorePublished store : group.registry()) {
            String id = store.storeId();
            send(new Envelope<>("registry-" + id, GATEWAY, id, FOUNDED, id, 1, FOUNDED, null, store));
        }
        flush();
    }

    public void send(Envelope<? extends EventData> event) {
        var _ = producer.send(EventCodec.toRecord(event), (_, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
        });
    }

    public void flush() {
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("an event could not be written", failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
