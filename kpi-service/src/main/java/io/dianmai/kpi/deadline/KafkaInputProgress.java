package io.dianmai.kpi.deadline;

import io.dianmai.contracts.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker how far groups have read topics: what was processed is what a group has committed. */
public final class KafkaInputProgress implements InputProgress {
    private final Admin admin;
    private final Set<String> topics;
    private final Set<String> groups;

    private KafkaInputProgress(Admin admin, Collection<String> topics, Collection<String> groups) {
        this.admin = admin;
        this.topics = Set.copyOf(topics);
        this.groups = Set.copyOf(groups);
    }

    /**
     * Of the events that arm, snooze and clear deadlines; each shows that its store is not silent. The engine commits its offsets
     * in the transaction of its state.
     */
    public static InputProgress ofEngine(Admin admin, String group) {
        var inputs =
                List.of(Topics.LEAD_EVENTS, Topics.FOLLOWUP_EVENTS, Topics.AFTERSALES_EVENTS, Topics.DEADLINE_EVENTS);
        return new KafkaInputProgress(admin, inputs, List.of(group));
    }

    /** Of the facts that stores have told, by each of the groups that read them. */
    public static InputProgress ofFacts(Admin admin, Collection<String> groups) {
        return new KafkaInputProgress(admin, List.of(Topics.STORE_EVENTS), groups);
    }

    @Override
    public CompletableFuture<Map<String, Long>> written(int partition) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions(partition).stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .toCompletionStage()
                .thenApply(offsets -> {
                    Map<String, Long> written = new HashMap<>();
                    groups.forEach(
                            group -> offsets.forEach((input, end) -> written.put(name(group, input), end.offset())));
                    return written;
                })
                .toCompletableFuture();
    }

    @Override
    public CompletableFuture<Map<String, Long>> processed(int partition) {
        var inputs = new ListConsumerGroupOffsetsSpec().topicPartitions(partitions(partition));
        return admin.listConsumerGroupOffsets(
                        groups.stream().collect(Collectors.toMap(Function.identity(), _ -> inputs)))
                .all()
                .toCompletionStage()
                .thenApply(byGroup -> {
                    Map<String, Long> processed = new HashMap<>();
                    byGroup.forEach((group, offsets) -> offsets.forEach((input, committed) -> {
                        if (committed != null) {
                            processed.put(name(group, input), committed.offset());
                        }
                    }));
                    return processed;
                })
                .toCompletableFuture();
    }

    private static String name(String group, TopicPartition input) {
        return group + " of " + input.topic();
    }

    private List<TopicPartition> partitions(int partition) {
        return topics.stream()
                .map(topic -> new TopicPartition(topic, partition))
                .toList();
    }
}
