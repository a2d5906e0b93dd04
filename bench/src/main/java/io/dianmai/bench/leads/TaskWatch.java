package io.dianmai.bench.leads;

import io.dianmai.bench.platform.BenchTopics;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.followup.FollowUpScheduled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the topic of follow-ups from its present end, and notes when each lead had its first task. */
final class TaskWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String SCHEDULED = EventTypes.nameOf(FollowUpScheduled.class);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Thread thread = Thread.ofPlatform().name("task-watch").unstarted(this::read);
    private volatile boolean closing;

    TaskWatch(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        20),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = IntStream.range(0, BenchTopics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.FOLLOWUP_EVENTS, partition))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        // The end is where it is now, not where it is at the first poll.
        all.forEach(consumer::position);
        thread.start();
    }

    /** When, as {@link System#nanoTime}, by the id of the lead. */
    Map<String, Long> seen() {
        return seen;
    }

    private void read() {
        while (!closing) {
            var records = consumer.poll(POLL);
            long now = System.nanoTime();
            records.forEach(record -> {
                if (header(record, "ce_type").equals(SCHEDULED)) {
                    seen.putIfAbsent(header(record, "ce_subject"), now);
                }
            });
        }
        consumer.close();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
