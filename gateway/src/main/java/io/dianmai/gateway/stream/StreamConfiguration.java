package io.dianmai.gateway.stream;

import io.dianmai.gateway.registry.StoreDirectory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Wires the live stream. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    @Bean
    LiveHub liveHub(StoreDirectory stores, Clock clock, StreamSettings settings, MeterRegistry meters) {
        var hub = new LiveHub(
                storeId -> stores.zoneOf(storeId).orElse(DEFAULT_ZONE),
                clock,
                settings.within(Runtime.getRuntime().maxMemory()));
        Gauge.builder("dianmai.streams.open", hub, LiveHub::streams)
                .description("Live streams open on this instance")
                .register(meters);
        return hub;
    }

    @Bean
    LiveFeed liveFeed(LiveHub hub, KafkaProperties kafka, Clock clock) {
        var records = new LiveRecords(clock);
        Map<String, Object> settings = consumerSettings(kafka);
        return new LiveFeed(
                () -> new KafkaConsumer<>(settings),
                record -> records.read(record).ifPresent(hub::publish),
                clock);
    }

    @Bean
    StreamEnd streamEnd(LiveHub hub, ApplicationContext context) {
        return new StreamEnd(hub, context);
    }

    /** Streams never end by themselves: without this a graceful shutdown would wait for them. */
    record StreamEnd(LiveHub hub, ApplicationContext context) {
        @EventListener
        void on(ContextClosedEvent closed) {
            // The contexts of message binders are children of ours: their events come by here too.
            if (closed.getApplicationContext().equals(context)) {
                hub.close();
            }
        }
    }

    private static Map<String, Object> consumerSettings(KafkaProperties kafka) {
        Map<String, Object> consumer = kafka.buildConsumerProperties();
        consumer.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumer.put(ConsumerConfig.CLIENT_ID_CONFIG, "gateway-live");
        consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // Where old rows were deleted meanwhile: what is left is enough.
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return consumer;
    }
}
