package io.dianmai.kit.test;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What stands in a topic of the test broker right now. */
public final class TopicReader {
    private TopicReader() {}

    /** The records of one store, each partition in order, aborted transactions left out. */
    public static List<ConsumerRecord<String, byte[]>> read(String topic, String storeId) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                Backend.shared().bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (storeId.equals(record.key())) {
                        records.add(record);
                    }
                });
            }
            return records;
        }
    }

    /** Everything that those records hold, headers and values, to search for what must not be there. */
    public static byte[] bytesOf(String topic, String storeId) {
        var bytes = new ByteArrayOutputStream();
        for (ConsumerRecord<String, byte[]> record : read(topic, storeId)) {
            record.headers().forEach(header -> bytes.writeBytes(header.value()));
            bytes.writeBytes(record.value());
        }
        return bytes.toByteArray();
    }
}
