package io.dianmai.kpi.target;

import io.dianmai.kit.org.StoreReplica;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires planning to the registry. */
@Configuration(proxyBeanMethods = false)
class TargetConfiguration {
    @Bean
    PlanningStores planningStores(StoreReplica registry, Clock clock) {
        return new PlanningStores(registry::all, clock);
    }
}
