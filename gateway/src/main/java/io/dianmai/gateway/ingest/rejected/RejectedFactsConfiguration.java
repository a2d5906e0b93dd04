package io.dianmai.gateway.ingest.rejected;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.backoff.ExponentialBackOff;

/** Wires how rejected facts are heard: tried again without end, a second to half a minute apart. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RejectedFactsConfiguration {
    private static final long FIRST_PAUSE_MS = 1_000;
    private static final long LONGEST_PAUSE_MS = 30_000;

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> rejectedFactsContainers(KafkaProperties kafka) {
        var pauses = new ExponentialBackOff(FIRST_PAUSE_MS, 2);
        pauses.setMaxInterval(LONGEST_PAUSE_MS);
        var containers = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
        containers.setConsumerFactory(new DefaultKafkaConsumerFactory<>(
                kafka.buildConsumerProperties(), new StringDeserializer(), new ByteArrayDeserializer()));
        containers.setCommonErrorHandler(new DefaultErrorHandler(pauses));
        // The topic may be made a moment later than this service starts.
        containers.setMissingTopicsFatal(false);
        return containers;
    }
}
