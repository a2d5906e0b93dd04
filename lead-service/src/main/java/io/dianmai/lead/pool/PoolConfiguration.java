package io.dianmai.lead.pool;

import io.dianmai.kit.policy.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Wires the rule of the pool and its daily share-out. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PoolConfiguration {

    @Bean
    PolicyKind<PoolPolicy> poolPolicy() {
        return new PolicyKind<>("pool", PoolPolicy.class, PoolPolicy.SHIPPED, new PoolCheck());
    }
}
