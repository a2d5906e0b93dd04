package io.dianmai.kpi.journal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How far the journal is behind the events. */
@Component
class JournalProgress {
    private static final Logger LOG = LoggerFactory.getLogger(JournalProgress.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Admin admin;

    JournalProgress(Admin engineAdmin) {
        this.admin = engineAdmin;
    }

    /** Events that stand in Kafka and not in the journal yet, of all stores; null when Kafka does not say. */
    @Nullable
    Long eventsBehind() {
        try {
            Map<TopicPartition, OffsetSpec> inputs = inputs();
            long behind = 0;
            Map<TopicPartition, OffsetAndMetadata> entered = admin.listConsumerGroupOffsets(Map.of(
                            JournalConfiguration.GROUP,
                            new ListConsumerGroupOffsetsSpec().topicPartitions(inputs.keySet())))
                    .partitionsToOffsetAndMetadata(JournalConfiguration.GROUP)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            var written = admin.listOffsets(inputs).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            for (var end : written.entrySet()) {
                OffsetAndMetadata place = entered.get(end.getKey());
                behind += Math.max(0, end.getValue().offset() - (place == null ? 0 : place.offset()));
            }
            return behind;
        } catch (ExecutionException | TimeoutException away) {
            LOG.warn("How far the journal is cannot be told: {}", away.toString());
            return null;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Map<TopicPartition, OffsetSpec> inputs() throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> inputs = new HashMap<>();
        List<String> topics = JournalConfiguration.TOPICS;
        admin.describeTopics(topics)
                .allTopicNames()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(partition ->
                                inputs.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
        return inputs;
    }
}
