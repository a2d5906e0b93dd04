package io.dianmai.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.kit.test.Backend;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics, seen from outside of the service. */
final class Wire implements AutoCloseable {
    static final Instant TIME = Instant.parse("2026-03-10T01:42:10Z");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Backend.shared().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    /** Reads {@code topic} from its beginning. */
    Wire(String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Backend.shared().bootstrapServers(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
    }

    static Envelope<StoreFact> fact(String storeId, StoreFact fact) {
        var source = URI.create("/stores/" + storeId + "/dms");
        return new Envelope<>(UUID.randomUUID().toString(), source, null, TIME, storeId, 0, TIME, null, fact);
    }

    void send(Envelope<?> event) {
        assertThat(producer.send(EventCodec.toRecord(event))).succeedsWithin(PATIENCE);
    }

    /** Waits until the topic has at least {@code count} events of a store; repeats are dropped, as every reader does. */
    List<Envelope<EventData>> events(String storeId, int count) {
        await().atMost(PATIENCE).until(() -> {
            poll();
            return events(storeId).size() >= count;
        });
        return events(storeId);
    }

    /** What was read of a store so far, as it is on the topic. */
    List<ConsumerRecord<String, byte[]>> records(String storeId) {
        return seen.stream().filter(one -> one.key().equals(storeId)).toList();
    }

    static List<String> types(List<Envelope<EventData>> events) {
        return events.stream().map(Envelope::type).toList();
    }

    static String type(Class<? extends EventData> event) {
        return EventTypes.nameOf(event);
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
    }

    private List<Envelope<EventData>> events(String storeId) {
        var ids = new HashSet<String>();
        return records(storeId).stream()
                .map(one -> EventCodec.fromRecord(one.headers(), one.value()))
                .filter(event -> ids.add(event.id()))
                .toList();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
