package io.dianmai.lead.loss;

import io.dianmai.kit.policy.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LossConfiguration {

    @Bean
    PolicyKind<LossPolicy> lossPolicy() {
        return new PolicyKind<>("loss", LossPolicy.class, LossPolicy.SHIPPED, LossPolicy::flaws);
    }
}
