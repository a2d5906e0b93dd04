package io.dianmai.kpi.follow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Hands events in batches to whoever writes down what they say, beside the engine, which never waits for it. What can fail
 * is the database, or something that is not known yet: both are waited for.
 */
public final class EventFollower {
    private static final int CONSUMERS = 2;
    private static final long RETRY_MILLIS = 500;
    private static final int LARGEST_BATCH = 1_000;
    private static final int SESSION_MILLIS = 6_000;
    private static final int HEARTBEAT_MILLIS = 1_500;

    private EventFollower() {}

    /**
     * What is followed, and how patiently.
     *
     * @param name begins the sentence in the log when it has to wait
     * @param gather how long a batch is gathered unless it is large before
     * @param gatherBytes what is large
     */
    public record Terms(String name, String group, List<String> topics, Duration gather, int gatherBytes) {
        public Terms {
            topics = List.copyOf(topics);
        }
    }

    public static ConcurrentMessageListenerContainer<byte[], byte[]> of(
            KafkaProperties kafka, Terms terms, BatchMessageListener<byte[], byte[]> listener) {
        Map<String, Object> config = kafka.buildConsumerProperties();
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, LARGEST_BATCH);
        config.put(
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                Math.toIntExact(terms.gather().toMillis()));
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, terms.gatherBytes());
        var properties = new ContainerProperties(terms.topics().toArray(String[]::new));
        properties.setGroupId(terms.group());
        properties.setMessageListener(listener);
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setConcurrency(CONSUMERS);
        var waiting = new DefaultErrorHandler(new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
        waiting.setRetryListeners(new RetryLog(terms.name()));
        container.setCommonErrorHandler(waiting);
        return container;
    }
}
