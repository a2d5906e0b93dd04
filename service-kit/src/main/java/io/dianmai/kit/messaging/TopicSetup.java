package io.dianmai.kit.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Makes the topics that are missing, and refuses to start beside topics of another size: with more partitions a store's
 * events would move to another one, and the order and the counters of that store would be torn in two.
 */
final class TopicSetup implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(TopicSetup.class);

    private final Map<String, Object> settings;
    private final List<NewTopic> topics;

    TopicSetup(Map<String, Object> settings, List<NewTopic> topics) {
        this.settings = settings;
        this.topics = topics;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try (Admin admin = Admin.create(settings)) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> standing = topics.stream()
                    .filter(topic -> existing.contains(topic.name()))
                    .toList();
            requireSameSize(standing, admin);
            create(topics.stream().filter(topic -> !standing.contains(topic)).toList(), admin);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException away) {
            log.warn("topics could not be looked at; whoever starts next does it", away);
        }
    }

    private static void requireSameSize(Collection<NewTopic> standing, Admin admin)
            throws InterruptedException, ExecutionException {
        Map<String, TopicDescription> found = admin.describeTopics(
                        standing.stream().map(NewTopic::name).collect(Collectors.toSet()))
                .allTopicNames()
                .get();
        for (NewTopic topic : standing) {
            TopicDescription description = found.get(topic.name());
            if (description != null && description.partitions().size() != topic.numPartitions()) {
                throw new IllegalStateException(
                        "topic %s has %d partitions, but dianmai.topics.partitions says %d. See docs/operations.md for how to grow."
                                .formatted(
                                        topic.name(), description.partitions().size(), topic.numPartitions()));
            }
        }
    }

    private static void create(Collection<NewTopic> missing, Admin admin)
            throws InterruptedException, ExecutionException {
        for (var created : admin.createTopics(missing).values().values()) {
            try {
                created.get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof TopicExistsException)) {
                    throw failed;
                }
                log.debug("another service made it in the same moment", failed);
            }
        }
    }
}
