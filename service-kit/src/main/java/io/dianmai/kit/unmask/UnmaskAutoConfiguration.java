package io.dianmai.kit.unmask;

import io.dianmai.kit.audit.AuditTrail;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires what shows personal data in a service that keeps some. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "io.dianmai.kit.audit.AuditAutoConfiguration"
        })
@ConditionalOnBean({MongoTemplate.class, AuditTrail.class})
@EnableConfigurationProperties(UnmaskSettings.class)
class UnmaskAutoConfiguration {
    @Bean
    Unmasking unmasking(AuditTrail trail, MongoTemplate mongo, UnmaskSettings settings, Clock clock) {
        return new Unmasking(trail, new UnmaskQuota(mongo), settings, clock);
    }
}
