package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.kit.aggregate.AggregateStores;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.org.StoreReplica;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

/** Wires the plans to their collection. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FollowUpProperties.class)
class PlanConfiguration {
    private static final String COLLECTION = "follow_up_plans";

    @Bean
    FollowUps followUps(
            AggregateStores aggregates, FollowUpProperties properties, StoreReplica stores, MongoTemplate mongo) {
        Aggregates<FollowUpPlan, FollowUpEvent> plans =
                aggregates.of(COLLECTION, FollowUpPlan.class, new PlanBehaviour());
        var indexes = mongo.indexOps(COLLECTION);
        indexes.createIndex(byDueTime("storeId"));
        indexes.createIndex(byDueTime("state.dimensions.advisorId"));
        return new FollowUps(plans, properties.policy(), stores);
    }

    private static Index byDueTime(String owner) {
        return new Index(owner, Direction.ASC).on("state.task.dueAt", Direction.ASC);
    }
}
