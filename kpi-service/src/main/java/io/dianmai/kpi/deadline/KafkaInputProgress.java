package io.dianmai.kpi.deadline;

import io.dianmai.contracts.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker: what was processed is what the application has committed, in the same transaction as its state. */
public final class KafkaInputProgress implements InputProgress {
    /** Events of these topics arm and clear deadlines; each shows that its store is not silent. */
    private static final List<String> INPUTS =
            List.of(Topics.LEAD_EVENTS, Topics.FOLLOWUP_EVENTS, Topics.AFTERSALES_EVENTS);

    private final Admin admin;
    private final String group;

    public KafkaInputProgress(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
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
                    offsets.forEach((input, end) -> written.put(input.topic(), end.offset()));
                    return written;
                })
                .toCompletableFuture();
    }

    @Override
    public CompletableFuture<Map<String, Long>> processed(int partition) {
        var inputs = new ListConsumerGroupOffsetsSpec().topicPartitions(partitions(partition));
        return admin.listConsumerGroupOffsets(Map.of(group, inputs))
                .partitionsToOffsetAndMetadata(group)
                .toCompletionStage()
                .thenApply(offsets -> {
                    Map<String, Long> processed = new HashMap<>();
                    offsets.forEach((input, committed) -> {
                        if (committed != null) {
                            processed.put(input.topic(), committed.offset());
                        }
                    });
                    return processed;
                })
                .toCompletableFuture();
    }

    private static List<TopicPartition> partitions(int partition) {
        return INPUTS.stream()
                .map(topic -> new TopicPartition(topic, partition))
                .toList();
    }
}
