package io.dianmai.bench.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer group has come with some topics, by what it committed. */
public final class GroupLag {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Admin admin;
    private final String group;
    private final List<String> topics;

    public GroupLag(Admin admin, String group, List<String> topics) {
        this.admin = admin;
        this.group = group;
        this.topics = List.copyOf(topics);
    }

    /** So many records were committed by a moment of {@link System#nanoTime}. */
    public record Progress(long nanos, long records) {
        /** Seconds since then. */
        public double secondsSince(Progress earlier) {
            return (nanos - earlier.nanos) / 1e9;
        }

        /** Records a second since then. */
        public double rateSince(Progress earlier) {
            return (records - earlier.records) / secondsSince(earlier);
        }
    }

    /** How many records there are. */
    public long written() throws ExecutionException, InterruptedException {
        return sum(ends());
    }

    /** How many of them are committed. */
    public long committed() throws ExecutionException, InterruptedException {
        return committedOffsets().values().stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    /** Watches until all that was there at the start is committed; gives each step from the first that was seen. */
    public List<Progress> watch(Duration patience) throws ExecutionException, InterruptedException {
        long written = written();
        long end = System.nanoTime() + patience.toNanos();
        List<Progress> steps = new ArrayList<>();
        long last = 0;
        while (last < written) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        group + " has committed " + last + " of " + written + " records after " + patience);
            }
            long committed = committed();
            if (committed > last) {
                steps.add(new Progress(System.nanoTime(), committed));
                last = committed;
            }
            Thread.sleep(POLL);
        }
        return steps;
    }

    /** Takes all that is there as done; nobody of the group may be at work. */
    public void skip() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> ends = ends().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue())));
        admin.alterConsumerGroupOffsets(group, ends).all().get();
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(partition ->
                                latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private Map<TopicPartition, OffsetAndMetadata> committedOffsets() throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(entry -> entry.getValue() != null
                        && topics.contains(entry.getKey().topic()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
