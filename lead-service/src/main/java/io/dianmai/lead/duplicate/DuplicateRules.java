package io.dianmai.lead.duplicate;

import io.dianmai.kit.policy.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules about duplicates, as data. */
@Configuration(proxyBeanMethods = false)
class DuplicateRules {
    @Bean
    PolicyKind<DuplicatePolicy> duplicatePolicy() {
        return DuplicatePolicy.KIND;
    }
}
