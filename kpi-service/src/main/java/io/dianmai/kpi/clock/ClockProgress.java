package io.dianmai.kpi.clock;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.dianmai.contracts.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Up to when the clocks have heard. */
@Component
public class ClockProgress {
    private static final Logger LOG = LoggerFactory.getLogger(ClockProgress.class);
    /** Where clocks are set and stopped. The end of what is written in transactions is nothing that can be heard. */
    private static final List<String> TELLING =
            List.of(Topics.LEAD_EVENTS, Topics.FOLLOWUP_EVENTS, Topics.AFTERSALES_EVENTS, Topics.DEADLINE_EVENTS);

    private static final String COLLECTION = "deadline_clocks_heard";
    private static final String NEXT = "next";
    private static final String AT = "at";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final MongoTemplate mongo;
    private final Admin admin;
    private final Clock clock;

    ClockProgress(MongoTemplate mongo, Admin engineAdmin, Clock clock) {
        this.mongo = mongo;
        this.admin = engineAdmin;
        this.clock = clock;
    }

    /** Never goes back, whoever comes late. */
    void heard(List<ConsumerRecord<byte[], byte[]>> batch) {
        Map<TopicPartition, ConsumerRecord<byte[], byte[]>> last = new HashMap<>();
        batch.forEach(record -> last.put(new TopicPartition(record.topic(), record.partition()), record));
        List<UpdateOneModel<Document>> writes = last.entrySet().stream()
                .map(entry -> new UpdateOneModel<Document>(
                        Filters.eq("_id", entry.getKey().toString()),
                        new Document(
                                "$max",
                                new Document(NEXT, entry.getValue().offset() + 1)
                                        .append(AT, entry.getValue().timestamp())),
                        new UpdateOptions().upsert(true)))
                .toList();
        mongo.getCollection(COLLECTION).bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    /**
     * Whatever came to be known before this was heard: now, or the time of the last event heard where others wait; null
     * when that cannot be told.
     */
    public @Nullable Instant heardTo() {
        Instant asked = clock.instant();
        try {
            Map<String, Document> heard = new HashMap<>();
            mongo.getCollection(COLLECTION).find().forEach(place -> heard.put(place.getString("_id"), place));
            Instant heardTo = asked;
            for (var end : ends().entrySet()) {
                Document place = heard.get(end.getKey().toString());
                long next = place == null ? 0 : place.getLong(NEXT);
                if (next < end.getValue().offset()) {
                    Instant at = place == null ? Instant.EPOCH : Instant.ofEpochMilli(place.getLong(AT));
                    heardTo = at.isBefore(heardTo) ? at : heardTo;
                }
            }
            return heardTo;
        } catch (ExecutionException | TimeoutException away) {
            LOG.warn("How far the clocks have heard cannot be told: {}", away.toString());
            return null;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends()
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> inputs = admin
                .describeTopics(TELLING)
                .allTopicNames()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .values()
                .stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return admin.listOffsets(inputs).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
