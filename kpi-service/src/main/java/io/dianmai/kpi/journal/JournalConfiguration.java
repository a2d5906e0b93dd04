package io.dianmai.kpi.journal;

import io.dianmai.contracts.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** Wires the way of the events into the journal: beside the engine, which never waits for it. */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {
    static final String GROUP = "kpi-service.journal";
    /** The topics whose events feed counters. */
    static final String[] TOPICS = {Topics.LEAD_EVENTS, Topics.FOLLOWUP_EVENTS, Topics.AFTERSALES_EVENTS};

    private static final int CONSUMERS = 2;
    private static final long RETRY_MILLIS = 500;
    private static final int LARGEST_BATCH = 1_000;
    /** Rather half a second late than a write for every event. */
    private static final int GATHER_MILLIS = 500;

    private static final int GATHER_BYTES = 256 * 1024;

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> journalContainer(
            KafkaProperties kafka,
            Journal journal,
            HeardByJournal heard,
            StoreZones zones,
            Clock clock,
            MeterRegistry meters) {
        Map<String, Object> config = kafka.buildConsumerProperties();
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, LARGEST_BATCH);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, GATHER_MILLIS);
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, GATHER_BYTES);
        ContainerProperties properties = new ContainerProperties(TOPICS);
        properties.setGroupId(GROUP);
        properties.setMessageListener(
                new JournalListener(journal, heard, new PatientZones(zones::find, clock), meters));
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setConcurrency(CONSUMERS);
        // What can fail is the database, or a store that is not known yet: both are waited for.
        DefaultErrorHandler waiting =
                new DefaultErrorHandler(new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
        waiting.setRetryListeners(new RetryLog("The journal"));
        container.setCommonErrorHandler(waiting);
        return container;
    }
}
