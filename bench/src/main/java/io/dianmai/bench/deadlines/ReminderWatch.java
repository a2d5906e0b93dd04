package io.dianmai.bench.deadlines;

import io.dianmai.bench.report.Latencies;
import io.dianmai.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the reminders as the services do, when their transaction has ended, and notes how late each came. */
final class ReminderWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Seen> byPrefix = new ConcurrentHashMap<>();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofPlatform().name("reminder-watch").unstarted(this::read);
    private final Clock clock = Clock.systemUTC();
    private volatile boolean closing;

    /** The reminders of the clocks whose ids begin alike; {@code twice} must stay 0. */
    static final class Seen {
        final Latencies late = new Latencies();
        private int twice;
        private int early;
        private Instant last = Instant.EPOCH;

        synchronized int twice() {
            return twice;
        }

        synchronized int early() {
            return early;
        }

        /** When the last one came. */
        synchronized Instant last() {
            return last;
        }

        private synchronized void add(boolean isNew, Instant rungAt, Instant now) {
            twice += isNew ? 0 : 1;
            early += now.isBefore(rungAt) ? 1 : 0;
            last = now;
            late.add(Duration.between(rungAt, now));
        }
    }

    ReminderWatch(String bootstrapServers, int partitions) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        20),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(Topics.REMINDERS, partition))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        thread.start();
    }

    /** Those whose id begins with {@code prefix}, which ends with a dash. */
    Seen of(String prefix) {
        return byPrefix.computeIfAbsent(prefix, _ -> new Seen());
    }

    private void read() {
        while (!closing) {
            var records = consumer.poll(POLL);
            Instant now = clock.instant();
            records.forEach(record -> note(record, now));
        }
        consumer.close();
    }

    private void note(ConsumerRecord<byte[], byte[]> record, Instant now) {
        if (header(record, "ce_type").startsWith("dianmai.reminder.fired")) {
            String id = header(record, "ce_subject");
            boolean isNew = ids.add(id + '|' + header(record, "ce_sequence"));
            of(id.substring(0, id.indexOf('-') + 1)).add(isNew, Instant.parse(header(record, "ce_time")), now);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** The thread ends by itself: at its next look. */
    @Override
    public void close() {
        closing = true;
    }
}
