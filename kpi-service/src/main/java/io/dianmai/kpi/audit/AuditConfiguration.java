package io.dianmai.kpi.audit;

import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kpi.engine.EngineSettings;
import io.dianmai.kpi.value.LiveRows;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** Wires the audit. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {
    @Bean
    Auditor auditor(
            KafkaProperties kafka,
            LiveRows live,
            Admin engineAdmin,
            EngineSettings engine,
            MeterRegistry meters,
            Clock clock) {
        // No group: nothing is committed, and nobody else's share is touched.
        Map<String, Object> config = kafka.buildConsumerProperties();
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new Auditor(
                new DefaultKafkaConsumerFactory<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                live,
                new EngineProgress(engineAdmin, engine.applicationId()),
                new AuditMetrics(meters),
                clock);
    }

    @Bean
    AuditSample auditSample(Auditor auditor, StoreReplica stores, AuditSettings settings, Clock clock) {
        return new AuditSample(auditor, stores, settings, clock, RandomGenerator.getDefault());
    }
}
