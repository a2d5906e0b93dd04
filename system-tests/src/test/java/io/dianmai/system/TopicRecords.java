package io.dianmai.system;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderFired;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that stands in topics now, as only committed readers see it. */
final class TopicRecords {
    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;

    TopicRecords(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** How often each rung fired that is about a store of the group, by {@code <aggregate id>/<rung>}. */
    Map<String, Long> rungs(TestGroup group) {
        return read(Topics.REMINDERS::equals).stream()
                .map(record -> EventCodec.fromRecord(record.headers(), record.value()))
                .filter(event -> group.has(event.storeId()))
                // Tells people of rungs that fired each by itself.
                .filter(event -> !(event.data() instanceof ReminderDigest))
                .collect(Collectors.groupingBy(TopicRecords::rung, TreeMap::new, Collectors.counting()));
    }

    /** What no service could process, with the reasons. */
    List<String> deadLetters() {
        return read(topic -> topic.endsWith(".dlq")).stream()
                .map(record -> record.topic() + " " + record.key() + " " + headers(record))
                .toList();
    }

    /** Keys, headers and values of everything in all topics, as texts. */
    Stream<String> texts() {
        return read(_ -> true).stream().map(record -> record.key() + ' ' + headers(record) + ' ' + content(record));
    }

    private static String content(ConsumerRecord<?, byte[]> record) {
        return record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
    }

    private static String rung(Envelope<?> event) {
        return event.data() instanceof ReminderFired fired ? fired.aggregateId() + "/" + fired.rung() : event.type();
    }

    private static String headers(ConsumerRecord<?, ?> record) {
        return Arrays.stream(record.headers().toArray()).map(TopicRecords::text).collect(Collectors.joining(", "));
    }

    private static String text(Header header) {
        byte[] value = header.value();
        return header.key() + "=" + (value == null ? "" : new String(value, StandardCharsets.UTF_8));
    }

    private List<ConsumerRecord<String, byte[]>> read(Predicate<String> wanted) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> wanted.test(topic.getKey()))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!isAtEnd(consumer, ends)) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }

    private static boolean isAtEnd(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        Collection<TopicPartition> partitions = ends.keySet();
        return partitions.stream()
                .allMatch(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
