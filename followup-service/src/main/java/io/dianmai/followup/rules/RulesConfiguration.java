package io.dianmai.followup.rules;

import io.dianmai.followup.plan.Recounts;
import io.dianmai.followup.policy.CadencePolicy;
import io.dianmai.followup.policy.Rules;
import io.dianmai.followup.policy.TaskPolicy;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.policy.PolicyKind;
import io.dianmai.kit.policy.PolicyPreview;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which changes of rules can be tried. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {
    @Bean
    PolicyPreview<CadencePolicy> cadencePreview(
            PolicyKind<CadencePolicy> cadence, Recounts recounts, Rules rules, StoreReplica stores, Clock clock) {
        return new RulePreviews<>(cadence, recounts, rules, stores, clock);
    }

    @Bean
    PolicyPreview<TaskPolicy> taskPreview(
            PolicyKind<TaskPolicy> tasks, Recounts recounts, Rules rules, StoreReplica stores, Clock clock) {
        return new RulePreviews<>(tasks, recounts, rules, stores, clock);
    }
}
