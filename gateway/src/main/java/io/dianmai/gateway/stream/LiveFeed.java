package io.dianmai.gateway.stream;

import io.dianmai.contracts.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One thread that reads all partitions of rows and reminders, without a group: every instance hears everything. It
 * starts far enough back to know today's rows, and after a failure goes on where it was.
 */
final class LiveFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final List<String> TOPICS = List.of(Topics.KPI_ROWS, Topics.REMINDERS);
    /** A row of today was last changed today. */
    private static final Duration LOOK_BACK = Duration.ofHours(25);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final java.util.function.Consumer<ConsumerRecord<String, byte[]>> listener;
    private final Clock clock;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    LiveFeed(
            Supplier<Consumer<String, byte[]>> consumers,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> listener,
            Clock clock) {
        this.consumers = consumers;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public void start() {
        CountDownLatch stop = new CountDownLatch(1);
        stopping = stop;
        thread = Thread.ofPlatform().name("live-feed").start(() -> run(stop));
    }

    @Override
    public void stop() {
        stopping.countDown();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(POLL.multipliedBy(4));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run(CountDownLatch stop) {
        while (stop.getCount() > 0) {
            try (var consumer = consumers.get()) {
                follow(consumer, stop);
            } catch (KafkaException | IllegalStateException broken) {
                LOG.warn("the live feed is interrupted and begins again: {}", broken.toString());
                pause(stop);
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer, CountDownLatch stop) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        seek(consumer, partitions);
        while (stop.getCount() > 0) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                listener.accept(record);
                positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
        }
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        var partitions = new ArrayList<TopicPartition>();
        for (String topic : TOPICS) {
            var infos = consumer.partitionsFor(topic);
            if (infos == null || infos.isEmpty()) {
                throw new IllegalStateException("topic " + topic + " is not there yet");
            }
            infos.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        return partitions;
    }

    private void seek(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        long from = clock.instant().minus(LOOK_BACK).toEpochMilli();
        var wanted = new HashMap<TopicPartition, Long>();
        partitions.stream()
                .filter(partition -> partition.topic().equals(Topics.KPI_ROWS))
                .forEach(partition -> wanted.put(partition, from));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp first = found.get(partition);
            long fresh = first == null ? ends.getOrDefault(partition, 0L) : first.offset();
            consumer.seek(partition, positions.computeIfAbsent(partition, _ -> fresh));
        }
    }

    private static void pause(CountDownLatch stop) {
        try {
            if (stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("the live feed ends");
            }
        } catch (InterruptedException interrupted) {
            stop.countDown();
        }
    }
}
