package io.dianmai.lead.grading;

import io.dianmai.kit.policy.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the rules of levels and scores policies that headquarters can change. */
@Configuration(proxyBeanMethods = false)
class GradingConfiguration {

    @Bean
    PolicyKind<GradingPolicy> gradingPolicy() {
        return GradingSchemes.KIND;
    }

    @Bean
    PolicyKind<ScoringPolicy> scoringPolicy() {
        return ScoringPolicy.KIND;
    }
}
