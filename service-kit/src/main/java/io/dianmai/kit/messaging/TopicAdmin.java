package io.dianmai.kit.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes the topics that are missing, and refuses beside topics of another size instead of growing them: with more
 * partitions a store's events would move to another one, and the order and the counters of that store would be torn in
 * two. While the broker cannot be asked nothing is made, and whoever waits for the topics asks again.
 */
final class TopicAdmin extends KafkaAdmin {
    private static final Logger log = LoggerFactory.getLogger(TopicAdmin.class);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    TopicAdmin(Map<String, Object> settings) {
        super(settings);
    }

    @Override
    protected Collection<NewTopic> newTopics() {
        Collection<NewTopic> declared = super.newTopics();
        Admin admin = createAdmin();
        try {
            requireSameSize(declared, admin);
            return declared;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException | TimeoutException | KafkaException away) {
            log.warn("topics cannot be looked at yet: {}", away.toString());
            return List.of();
        } finally {
            admin.close(GOODBYE);
        }
    }

    private void requireSameSize(Collection<NewTopic> declared, Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        var found = admin.describeTopics(declared.stream().map(NewTopic::name).toList())
                .topicNameValues();
        for (NewTopic topic : declared) {
            int partitions = partitions(requireNonNull(found.get(topic.name())));
            if (partitions > 0 && topic.numPartitions() > 0 && partitions != topic.numPartitions()) {
                throw new IllegalStateException(
                        "topic %s has %d partitions, but dianmai.topics.partitions says %d. See docs/operations.md for how to grow."
                                .formatted(topic.name(), partitions, topic.numPartitions()));
            }
        }
    }

    /** None for a topic that does not exist. */
    private int partitions(KafkaFuture<TopicDescription> asked)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return asked.get(getOperationTimeout(), TimeUnit.SECONDS)
                    .partitions()
                    .size();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw failed;
        }
    }
}
