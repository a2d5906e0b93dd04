package io.dianmai.system;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What was told of one store's leads and follow-ups, each event once. */
final class StoreLog implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Set<String> TOPICS = Set.of(Topics.LEAD_EVENTS, Topics.FOLLOWUP_EVENTS);

    private final String storeId;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Envelope<?>> events = new ArrayList<>();
    private final Map<String, Long> last = new HashMap<>();

    StoreLog(String bootstrapServers, String storeId) {
        this.storeId = storeId;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All events so far, those of one aggregate in their order. */
    List<Envelope<?>> events() {
        consumer.poll(POLL).forEach(record -> {
            if (storeId.equals(record.key())) {
                keep(record.topic(), EventCodec.fromRecord(record.headers(), record.value()));
            }
        });
        return events;
    }

    /** Services send at least once; a gap would be a loss. */
    private void keep(String topic, Envelope<?> event) {
        String stream = topic + event.aggregateId();
        long before = last.getOrDefault(stream, 0L);
        if (event.sequence() > before + 1) {
            throw new IllegalStateException("events are missing before " + event);
        }
        if (event.sequence() == before + 1) {
            last.put(stream, event.sequence());
            events.add(event);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
