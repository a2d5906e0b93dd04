package io.dianmai.kpi.value;

import io.dianmai.contracts.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.core.JacksonException;

/** Wires the way of the rows from Kafka to the read model. */
@Configuration(proxyBeanMethods = false)
class ValueConfiguration {
    private static final String GROUP = "kpi-service.rows";
    private static final int CONSUMERS = 2;
    private static final long RETRY_MILLIS = 500;

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> rowSinkContainer(
            KafkaProperties kafka, KpiRows rows, HeardStores heard, Clock clock, MeterRegistry meters) {
        Map<String, Object> config = kafka.buildConsumerProperties();
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        ContainerProperties properties = new ContainerProperties(Topics.KPI_ROWS);
        properties.setGroupId(GROUP);
        properties.setMessageListener(new RowSink(rows, heard, clock, meters));
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(config, new StringDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setConcurrency(CONSUMERS);
        container.setCommonErrorHandler(deadLettersElseRetry(kafka));
        return container;
    }

    @Bean
    RowFeed rowFeed(KafkaProperties kafka, Admin engineAdmin, RowsAtHand rows, Clock clock, MeterRegistry meters) {
        Map<String, Object> config = kafka.buildConsumerProperties();
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new RowFeed(
                () -> new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer()),
                engineAdmin,
                GROUP,
                rows,
                clock,
                meters);
    }

    /** The database being away is no reason to give a row up: only one that cannot be read is a dead letter. */
    private static DefaultErrorHandler deadLettersElseRetry(KafkaProperties kafka) {
        var template = new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                kafka.buildProducerProperties(), new StringSerializer(), new ByteArraySerializer()));
        var recoverer = new DeadLetterPublishingRecoverer(
                template, (record, _) -> new TopicPartition(Topics.deadLetters(record.topic()), record.partition()));
        var handler =
                new DefaultErrorHandler(recoverer, new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
        handler.addNotRetryableExceptions(JacksonException.class, IllegalArgumentException.class);
        return handler;
    }
}
