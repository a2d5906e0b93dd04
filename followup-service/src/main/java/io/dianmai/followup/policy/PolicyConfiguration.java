package io.dianmai.followup.policy;

import io.dianmai.kit.policy.Policies;
import io.dianmai.kit.policy.PolicyKind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of rules that this service owns. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FollowUpProperties.class)
class PolicyConfiguration {
    @Bean
    PolicyKind<CadencePolicy> cadencePolicy(FollowUpProperties properties) {
        return new PolicyKind<>(
                "cadence", CadencePolicy.class, ShippedPolicies.cadence(properties.cadence()), PolicyFlaws::of);
    }

    @Bean
    PolicyKind<TaskPolicy> taskPolicy(FollowUpProperties properties) {
        return new PolicyKind<>("tasks", TaskPolicy.class, ShippedPolicies.tasks(properties), PolicyFlaws::of);
    }

    @Bean
    Rules followUpRules(PolicyKind<CadencePolicy> cadence, PolicyKind<TaskPolicy> tasks, Policies policies) {
        return new Rules(cadence, tasks, policies);
    }
}
