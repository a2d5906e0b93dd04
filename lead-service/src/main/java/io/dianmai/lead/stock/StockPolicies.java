package io.dianmai.lead.stock;

import io.dianmai.kit.policy.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets headquarters change {@link StockPolicy}. */
@Configuration(proxyBeanMethods = false)
class StockPolicies {

    @Bean
    PolicyKind<StockPolicy> stockPolicy() {
        return StockPolicy.KIND;
    }
}
