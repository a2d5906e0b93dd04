package io.dianmai.kit.policy.web;

import io.dianmai.kit.policy.PolicyDesk;
import io.dianmai.kit.policy.PolicyPlaces;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Opens the policies of a service to HTTP. */
@AutoConfiguration(afterName = "io.dianmai.kit.policy.PolicyAutoConfiguration")
@ConditionalOnProperty("dianmai.policies.path")
class PolicyWebAutoConfiguration {

    @Bean
    PolicyLookups policyLookups(PolicyDesk desk, PolicyPlaces places, Clock clock) {
        return new PolicyLookups(desk, places, clock);
    }

    @Bean
    PolicyChanges policyChanges(PolicyDesk desk, PolicyPlaces places, Clock clock) {
        return new PolicyChanges(desk, places, clock);
    }
}
