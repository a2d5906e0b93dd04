package io.dianmai.local;

import io.dianmai.local.process.LaunchFailure;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./dianmai dlq}: every record that was given up, one JSON object a line, with its headers, which say why, and where
 * it came from.
 */
final class DeadLetterView {
    private static final String SUFFIX = ".dlq";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> config;
    private final JsonMapper json = JsonMapper.shared();

    DeadLetterView(String bootstrapServers) {
        this.config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis());
    }

    /**
     * Prints what lies there now, oldest first within each partition.
     *
     * @param topic only what came from there; null for all topics
     * @throws LaunchFailure when the broker does not answer, or there is no such topic
     */
    int print(@Nullable String topic, PrintStream out) {
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(config, bytes, bytes)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(Duration.ofSeconds(1))) {
                    out.println(json.writeValueAsString(describe(letter)));
                }
            }
            return 0;
        } catch (KafkaException away) {
            throw new LaunchFailure(
                    "the broker does not answer: " + away.getMessage(), "./dianmai status says how it is.");
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, @Nullable String topic) {
        List<TopicPartition> found = consumer.listTopics().entrySet().stream()
                .filter(entry -> topic == null
                        ? entry.getKey().endsWith(SUFFIX)
                        : entry.getKey().equals(topic + SUFFIX))
                .flatMap(entry -> entry.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (topic != null && found.isEmpty()) {
            throw new LaunchFailure(
                    "topic " + topic + " has no dead letters topic",
                    "./dianmai dlq without a name shows those of all.");
        }
        return found;
    }

    private static Map<String, @Nullable Object> describe(ConsumerRecord<byte[], byte[]> letter) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("topic", letter.topic());
        shown.put("partition", letter.partition());
        shown.put("offset", letter.offset());
        shown.put("time", Instant.ofEpochMilli(letter.timestamp()).toString());
        Map<String, @Nullable Object> headers = new LinkedHashMap<>();
        for (Header header : letter.headers()) {
            headers.put(header.key(), isNumber(header) ? number(header) : text(header.value()));
        }
        shown.put("headers", headers);
        shown.put("key", text(letter.key()));
        shown.put("value", text(letter.value()));
        return shown;
    }

    /** Spring writes where a record came from as four or eight bytes. */
    private static boolean isNumber(Header header) {
        return header.value() != null
                && (header.key().endsWith("-partition")
                        || header.key().endsWith("-offset")
                        || header.key().endsWith("-timestamp"));
    }

    private static BigInteger number(Header header) {
        return header.value().length == 0 ? BigInteger.ZERO : new BigInteger(header.value());
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
