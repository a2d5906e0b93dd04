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
            topics.add(topic(name, properties).configs(compacted ? COMPACTED : KEPT));
            topics.add(topic(Topics.deadLetters(name), properties).configs(KEPT));
        }
        topics.add(topic(Topics.STORE_EVENTS_REJECTED, properties).configs(KEPT));
        topics.add(topic(Topics.KPI_ROWS, properties).configs(COMPACTED));
        return new NewTopics(topics.toArray(NewTopic[]::new));
    }

    /** History is the platform's memory: it is kept until somebody decides otherwise. */
    private static final Map<String, String> KEPT = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");

    private static final Map<String, String> COMPACTED =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

    private static NewTopic topic(String name, TopicProperties properties) {
        return new NewTopic(name, properties.partitions(), properties.replicas());
    }
}
