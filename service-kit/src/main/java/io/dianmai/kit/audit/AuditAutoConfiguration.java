package io.dianmai.kit.audit;

import io.dianmai.kit.aggregate.AggregateStores;
import io.dianmai.kit.observe.TraceContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires the audit trail of a service that has a store. */
@AutoConfiguration(
        afterName = {
            "io.dianmai.kit.aggregate.AggregateAutoConfiguration",
            "io.dianmai.kit.observe.ObserveAutoConfiguration"
        })
@ConditionalOnBean(AggregateStores.class)
@EnableConfigurationProperties(AuditSettings.class)
class AuditAutoConfiguration {

    @Bean
    AuditRelay auditRelay(
            @Qualifier("outboxProducer") Producer<String, byte[]> outboxProducer, Environment environment) {
        return new AuditRelay(outboxProducer, service(environment));
    }

    @Bean
    AuditOutbox auditOutbox(MongoTemplate mongo, AuditRelay relay, Clock clock) {
        return new AuditOutbox(mongo, relay, clock);
    }

    @Bean
    AuditSweep auditSweep(AuditOutbox outbox, AuditRelay relay, Clock clock, MeterRegistry meters) {
        return new AuditSweep(outbox, relay, clock, meters);
    }

    @Bean
    StoredAuditTrail auditTrail(
            AuditOutbox outbox, TraceContext traces, Clock clock, Environment environment, AuditSettings settings) {
        return new StoredAuditTrail(outbox, traces, clock, service(environment), settings);
    }

    @Bean
    WebMvcConfigurer auditedRequests(StoredAuditTrail trail) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AuditedRequests(trail));
            }
        };
    }

    private static String service(Environment environment) {
        return environment.getRequiredProperty("spring.application.name");
    }
}
