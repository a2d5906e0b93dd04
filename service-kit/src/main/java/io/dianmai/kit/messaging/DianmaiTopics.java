package io.dianmai.kit.messaging;

import io.dianmai.contracts.Topics;
import java.util.ArrayList;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** All topics of the platform, so that whichever service starts first makes them all alike. */
final class DianmaiTopics {
    private DianmaiTopics() {}

    static NewTopics declare(TopicProperties properties) {
        var topics = new ArrayList<NewTopic>();
        for (String name : Topics.ENVELOPED) {
            boolean compacted = name.equals(Topics.ORG_EVENTS);
            Map<String, String> kept = name.equals(Topics.STORE_EVENTS) ? facts(properties) : KEPT;
            topics.add(topic(name, properties).configs(compacted ? COMPACTED : kept));
            topics.add(topic(Topics.deadLetters(name), properties).configs(kept));
        }
        topics.add(topic(Topics.STORE_EVENTS_REJECTED, properties).configs(facts(properties)));
        topics.add(topic(Topics.KPI_ROWS, properties).configs(COMPACTED));
        return new NewTopics(topics.toArray(NewTopic[]::new));
    }

    /** What happened is the platform's memory: it is kept until somebody decides otherwise. */
    private static final Map<String, String> KEPT = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");

    private static final Map<String, String> COMPACTED =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

    /**
     * Facts hold sealed personal data, and go when every service has long heard them. What counts is when the broker took
     * them: a fact may be told of a time long past.
     */
    private static Map<String, String> facts(TopicProperties properties) {
        return Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(properties.factsKept().toMillis()),
                TopicConfig.SEGMENT_MS_CONFIG,
                Long.toString(properties.piece().toMillis()),
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "LogAppendTime");
    }

    private static NewTopic topic(String name, TopicProperties properties) {
        return new NewTopic(name, properties.partitions(), properties.replicas());
    }
}
