package io.dianmai.kpi.journal;

import io.dianmai.contracts.EventData;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.stereotype.Component;

/** The events themselves, read back from Kafka by the places that the journal noted. */
@Component
class FullEvents {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(500);

    private final DefaultKafkaConsumerFactory<byte[], byte[]> consumers;

    FullEvents(KafkaProperties kafka) {
        Map<String, Object> config = kafka.buildConsumerProperties();
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumers = new DefaultKafkaConsumerFactory<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** By CloudEvents id, the events of these entries; those that cannot be read within a few seconds are left out. */
    Map<String, EventData> of(Collection<Entry> entries) {
        Map<TopicPartition, List<Entry>> byPartition =
                entries.stream().collect(Collectors.groupingBy(FullEvents::origin));
        Map<String, EventData> events = new HashMap<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer()) {
            byPartition.forEach((partition, ofPartition) -> {
                consumer.assign(List.of(partition));
                TreeSet<Long> offsets = ofPartition.stream()
                        .map(entry -> entry.position().offset())
                        .collect(Collectors.toCollection(TreeSet::new));
                for (long offset : offsets) {
                    consumer.seek(partition, offset);
                    Optional.ofNullable(recordAt(consumer, partition, offset, deadline))
                            .flatMap(EngineView::event)
                            .ifPresent(event -> events.put(event.id(), event.data()));
                }
            });
        }
        return events;
    }

    private static @Nullable ConsumerRecord<byte[], byte[]> recordAt(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, long offset, long deadline) {
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
                return record.offset() == offset ? record : null;
            }
        }
        return null;
    }

    private static TopicPartition origin(Entry entry) {
        return new TopicPartition(entry.position().topic(), entry.position().partition());
    }
}
