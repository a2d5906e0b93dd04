package io.dianmai.kit.policy;

import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.time.Recent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the policies of a service that has some: one that names a path for them. */
@AutoConfiguration(afterName = "io.dianmai.kit.org.OrgAutoConfiguration")
@ConditionalOnProperty("dianmai.policies.path")
@EnableConfigurationProperties(PolicySettings.class)
class PolicyAutoConfiguration {
    private static final Duration STORES_FRESH_FOR = Duration.ofSeconds(1);

    @Bean
    PolicyKinds policyKinds(ObjectProvider<PolicyKind<?>> kinds) {
        return new PolicyKinds(kinds.stream().toList());
    }

    @Bean
    PolicyArchive policyArchive(MongoTemplate mongo, PolicyKinds policyKinds) {
        return new PolicyArchive(mongo, policyKinds);
    }

    @Bean
    StoredPolicies policies(
            PolicyArchive policyArchive,
            PolicyKinds policyKinds,
            StoreReplica stores,
            PolicySettings settings,
            MeterRegistry meters,
            Clock clock) {
        return new StoredPolicies(
                policyArchive,
                policyKinds,
                storeId -> stores.find(storeId).map(Place::of).orElseGet(() -> Place.unknown(storeId)),
                new PolicyMetrics(meters, clock),
                settings.fullRefresh(),
                clock);
    }

    @Bean
    PolicyRefresh policyRefresh(StoredPolicies policies, PolicySettings settings) {
        return new PolicyRefresh(policies, settings.refresh());
    }

    @Bean
    PolicyDesk policyDesk(
            PolicyArchive policyArchive,
            StoredPolicies policies,
            PolicyKinds policyKinds,
            ObjectProvider<PolicyPreview<?>> previews) {
        return new PolicyDesk(
                policyArchive, policies, policyKinds, previews.stream().toList());
    }

    @Bean
    PolicyPlaces policyPlaces(StoreReplica stores, Clock clock) {
        return new PolicyPlaces(new Recent<>(() -> List.copyOf(stores.all()), STORES_FRESH_FOR, clock)::get);
    }
}
