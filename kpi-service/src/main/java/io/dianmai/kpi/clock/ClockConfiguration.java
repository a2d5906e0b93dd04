package io.dianmai.kpi.clock;

import io.dianmai.contracts.Topics;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kpi.journal.RetryLog;
import io.dianmai.kpi.ladder.LadderBook;
import io.dianmai.kpi.ladder.Place;
import io.micrometer.core.instrument.MeterRegistry;
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

/** Wires the way of the events into the list of deadlines: beside the engine, which never waits for it. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    static final String GROUP = "kpi-service.clocks";
    static final String[] TOPICS = {
        Topics.LEAD_EVENTS, Topics.FOLLOWUP_EVENTS, Topics.AFTERSALES_EVENTS, Topics.DEADLINE_EVENTS, Topics.REMINDERS
    };

    private static final int CONSUMERS = 2;
    private static final long RETRY_MILLIS = 500;
    private static final int LARGEST_BATCH = 1_000;
    /** Somebody looks at what he has just changed. */
    private static final int GATHER_MILLIS = 200;

    private static final int GATHER_BYTES = 64 * 1024;

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> clockContainer(
            KafkaProperties kafka,
            ClockBook book,
            ClockProgress progress,
            LadderBook ladders,
            StoreReplica stores,
            MeterRegistry meters) {
        Map<String, Object> config = kafka.buildConsumerProperties();
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, LARGEST_BATCH);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, GATHER_MILLIS);
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, GATHER_BYTES);
        ContainerProperties properties = new ContainerProperties(TOPICS);
        properties.setGroupId(GROUP);
        properties.setMessageListener(new ClockListener(
                book,
                progress,
                ladders,
                store -> stores.find(store).map(Place::of).orElseGet(() -> Place.unknown(store)),
                meters));
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setConcurrency(CONSUMERS);
        container.setCommonErrorHandler(waiting());
        return container;
    }

    /** What can fail is the database, and it is waited for. */
    private static DefaultErrorHandler waiting() {
        DefaultErrorHandler waiting =
                new DefaultErrorHandler(new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
        waiting.setRetryListeners(new RetryLog("The list of deadlines"));
        return waiting;
    }
}
