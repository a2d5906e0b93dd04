package io.dianmai.kpi.value;

import io.dianmai.contracts.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;

/**
 * One thread that follows all partitions of the rows, without a group: every instance hears every row. It begins where the
 * sink stands, so what it has not heard is in the store.
 */
final class RowFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RowFeed.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** What the store has not got yet is held up to this; then the feed waits for the sink. */
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Admin admin;
    private final String sinkGroup;
    private final RowsAtHand rows;
    private final Clock clock;
    private final Timer factToAnswer;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Map<TopicPartition, Long> sunk = Map.of();
    private @Nullable Thread thread;

    RowFeed(
            Supplier<Consumer<String, byte[]>> consumers,
            Admin admin,
            String sinkGroup,
            RowsAtHand rows,
            Clock clock,
            MeterRegistry meters) {
        this.consumers = consumers;
        this.admin = admin;
        this.sinkGroup = sinkGroup;
        this.rows = rows;
        this.clock = clock;
        factToAnswer = Timer.builder("dianmai.kpi.fact.to.answer")
                .description("From the acceptance of a fact to its being visible in answers")
                .publishPercentileHistogram()
                .register(meters);
        Gauge.builder("dianmai.kpi.rows.unsunk", rows, RowsAtHand::unsunkBytes)
                .baseUnit("bytes")
                .description("Rows held in memory because the store may not have them yet")
                .register(meters);
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("row-feed").start(this::run);
    }

    @Override
    public void stop() {
        stopping.countDown();
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try (var consumer = consumers.get()) {
                follow(consumer);
            } catch (KafkaException | IllegalStateException | ExecutionException broken) {
                rows.forget();
                LOG.warn("Rows are read from the store alone for a while: {}", broken.toString());
                pause();
            } catch (InterruptedException stop) {
                stopping.countDown();
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        Map<TopicPartition, Long> begin = committed(partitions);
        partitions.forEach(partition -> consumer.seek(partition, begin.getOrDefault(partition, 0L)));
        Instant looked = Instant.MIN;
        while (stopping.getCount() > 0) {
            consumer.poll(POLL).forEach(this::take);
            if (rows.unsunkBytes() > MOST_BYTES) {
                consumer.pause(partitions);
            }
            if (!clock.instant().isBefore(looked.plus(LOOK))) {
                look(consumer, partitions);
                looked = clock.instant();
            }
        }
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        var infos = consumer.partitionsFor(Topics.KPI_ROWS);
        if (infos == null || infos.isEmpty()) {
            throw new IllegalStateException("the topic of rows is not there yet");
        }
        return infos.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || record.value() == null || record.key().indexOf('|') < 1) {
            return;
        }
        try {
            Instant heardTo = rows.changed(record.key(), record.partition(), record.offset(), record.value());
            factToAnswer.record(Duration.between(heardTo, clock.instant()));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            // The sink puts it among the dead letters.
            LOG.debug("record {} of partition {} is no row", record.offset(), record.partition());
        }
    }

    /** How far the sink is: what it has written need not be held, and it must not be ahead. */
    private void look(Consumer<?, ?> consumer, List<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> before = sunk;
        if (partitions.stream().allMatch(each -> consumer.position(each) >= before.getOrDefault(each, 0L))) {
            rows.follow();
        } else {
            rows.forget();
        }
        Map<TopicPartition, Long> now = committed(partitions);
        rows.sunk(partition -> now.get(new TopicPartition(Topics.KPI_ROWS, partition)));
        sunk = now;
        if (rows.unsunkBytes() <= MOST_BYTES) {
            consumer.resume(partitions);
        }
    }

    private Map<TopicPartition, Long> committed(List<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(sinkGroup)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> committed = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = offsets.get(partition);
            if (offset != null) {
                committed.put(partition, offset.offset());
            }
        }
        return committed;
    }

    private void pause() {
        try {
            if (stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("the feed of rows ends");
            }
        } catch (InterruptedException stop) {
            stopping.countDown();
        }
    }
}
