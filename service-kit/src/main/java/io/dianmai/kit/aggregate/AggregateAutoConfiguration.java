package io.dianmai.kit.aggregate;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the outbox of a service. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "io.dianmai.kit.time.TimeAutoConfiguration"
        })
@EnableConfigurationProperties(OutboxProperties.class)
class AggregateAutoConfiguration {

    private static final int GIVEN_UP_AFTER_MILLIS = 30_000;
    /** Longer than any process lives: so no event is given up, and none overtakes it. */
    private static final int NEVER_GIVEN_UP = Integer.MAX_VALUE;

    /** Of messages that somebody waits for: an idempotent producer with its acknowledgements, which a template hides. */
    @Bean(destroyMethod = "close")
    Producer<String, byte[]> outboxProducer(KafkaProperties kafka) {
        return producer(kafka, GIVEN_UP_AFTER_MILLIS);
    }

    @Bean
    OutboxRelay outboxRelay(MongoTemplate mongo, KafkaProperties kafka, MeterRegistry meters, Environment environment) {
        URI source = URI.create("/" + environment.getRequiredProperty("spring.application.name"));
        return new OutboxRelay(mongo, producer(kafka, NEVER_GIVEN_UP), source, meters);
    }

    private static Producer<String, byte[]> producer(KafkaProperties kafka, int givenUpAfterMillis) {
        Map<String, Object> settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, givenUpAfterMillis);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Bean
    OutboxSweep outboxSweep(
            MongoTemplate mongo, OutboxRelay relay, OutboxProperties properties, Clock clock, MeterRegistry meters) {
        return new OutboxSweep(mongo, relay, properties, clock, meters);
    }

    @Bean
    AggregateStores aggregateStores(MongoTemplate mongo, OutboxRelay relay, OutboxSweep sweep, Clock clock) {
        return new AggregateStores(mongo, relay, sweep, clock);
    }
}
