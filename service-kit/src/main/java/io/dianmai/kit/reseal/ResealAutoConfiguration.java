package io.dianmai.kit.reseal;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Replaces old seals in the database of a service. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "io.dianmai.kit.personal.PersonalAutoConfiguration",
            "io.dianmai.kit.time.TimeAutoConfiguration"
        })
@ConditionalOnBean(MongoTemplate.class)
@EnableConfigurationProperties(ResealSettings.class)
class ResealAutoConfiguration {
    @Bean
    ResealWorker resealWorker(
            MongoTemplate mongo,
            PersonalDataSealer sealer,
            ResealSettings settings,
            Clock clock,
            MeterRegistry meters) {
        var resealing = new Resealing(mongo, new OldSeals(sealer), settings, meters);
        var job = new ResealJob(mongo, clock, settings, sealer.newestKeyId(), AggregateIds.next());
        return new ResealWorker(resealing, job, settings, sealer.hasOlderKeys());
    }
}
