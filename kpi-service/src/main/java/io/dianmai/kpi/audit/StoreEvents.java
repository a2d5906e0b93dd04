package io.dianmai.kpi.audit;

import io.dianmai.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** The records of one store, as they stand in Kafka: read on to the present ends as often as asked. */
final class StoreEvents implements AutoCloseable {
    private static final List<String> TOPICS =
            List.of(Topics.LEAD_EVENTS, Topics.FOLLOWUP_EVENTS, Topics.AFTERSALES_EVENTS);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final byte[] key;
    private final List<TopicPartition> partitions;

    /**
     * Begins to read.
     *
     * @param from records sent from then on; empty for all there are
     */
    StoreEvents(Consumer<byte[], byte[]> consumer, String storeId, Optional<Instant> from) {
        this.consumer = consumer;
        key = storeId.getBytes(StandardCharsets.UTF_8);
        partitions = TOPICS.stream()
                .map(topic -> new TopicPartition(
                        topic,
                        Utils.toPositive(Utils.murmur2(key))
                                % consumer.partitionsFor(topic).size()))
                .toList();
        consumer.assign(partitions);
        from.ifPresentOrElse(this::seek, () -> consumer.seekToBeginning(partitions));
    }

    private void seek(Instant from) {
        Map<TopicPartition, Long> times =
                partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> from.toEpochMilli()));
        consumer.offsetsForTimes(times).forEach((partition, first) -> {
            if (first == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, first.offset());
            }
        });
    }

    /** Reads on to where the topics end now; says how many records of the store there were. */
    long readOn(java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long read = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (Arrays.equals(key, record.key())) {
                    sink.accept(record);
                    read++;
                }
            }
        }
        return read;
    }

    /** Up to where each partition was read. */
    Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
        return positions;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
