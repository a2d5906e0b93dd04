package io.dianmai.lead.assignment;

import io.dianmai.contracts.Topics;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.policy.PolicyKind;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** Wires the rule of assignment, and the counting of leads on a group of its own, in batches. */
@Configuration(proxyBeanMethods = false)
class AssignmentConfiguration {
    private static final String GROUP = "lead-service.advisor-loads";
    private static final int LARGEST_BATCH = 500;
    /** What is gathered costs one write for each store and not for each event; promises bridge the time. */
    private static final int GATHER_MILLIS = 100;

    private static final int GATHER_BYTES = 64 * 1024;
    private static final long RETRY_MILLIS = 500;
    private static final int SESSION_MILLIS = 10_000;
    private static final int HEARTBEAT_MILLIS = 2_000;

    @Bean
    PolicyKind<AssignmentPolicy> assignmentPolicy() {
        return new PolicyKind<>("assignment", AssignmentPolicy.class, AssignmentPolicy.SHIPPED, new AssignmentCheck());
    }

    @Bean
    LoadBook loadBook(MongoTemplate mongo, StandingArchive leads, StoreReplica stores, Clock clock) {
        return new LoadBook(mongo, leads, stores::zone, clock);
    }

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> advisorLoadContainer(KafkaProperties kafka, LoadBook book) {
        Map<String, Object> config = kafka.buildConsumerProperties();
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, LARGEST_BATCH);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, GATHER_MILLIS);
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, GATHER_BYTES);
        var properties = new ContainerProperties(Topics.LEAD_EVENTS);
        properties.setGroupId(GROUP);
        properties.setMessageListener(new LoadListener(book));
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(config, new StringDeserializer(), new ByteArrayDeserializer()),
                properties);
        // What can fail is the database, and that is waited for.
        var waiting = new DefaultErrorHandler(new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
        waiting.setRetryListeners(new LoadRetries());
        container.setCommonErrorHandler(waiting);
        return container;
    }
}
