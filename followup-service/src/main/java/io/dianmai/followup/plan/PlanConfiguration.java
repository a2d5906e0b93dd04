package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.followup.policy.Rules;
import io.dianmai.kit.aggregate.AggregateStores;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.org.StoreReplica;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

/** Wires the plans to their collection. */
@Configuration(proxyBeanMethods = false)
class PlanConfiguration {
    private static final String COLLECTION = "follow_up_plans";

    @Bean
    Aggregates<FollowUpPlan, FollowUpEvent> followUpPlans(AggregateStores aggregates, MongoTemplate mongo) {
        Aggregates<FollowUpPlan, FollowUpEvent> plans =
                aggregates.of(COLLECTION, FollowUpPlan.class, new PlanBehaviour());
        var indexes = mongo.indexOps(COLLECTION);
        indexes.createIndex(byDueTime("storeId"));
        indexes.createIndex(byDueTime("state.dimensions.advisorId"));
        return plans;
    }

    @Bean
    Agendas agendas(MongoTemplate mongo, Clock clock) {
        return new Agendas(mongo, clock);
    }

    @Bean
    FollowUps followUps(
            Aggregates<FollowUpPlan, FollowUpEvent> plans, Rules rules, StoreReplica stores, Agendas agendas) {
        return new FollowUps(plans, rules, stores, agendas);
    }

    @Bean
    Recounts recounts(Aggregates<FollowUpPlan, FollowUpEvent> plans, Rules rules, StoreReplica stores) {
        return new Recounts(plans, rules, stores);
    }

    @Bean
    OpenPlans openPlans(MongoTemplate mongo, Agendas agendas) {
        return new OpenPlans(mongo, agendas, COLLECTION);
    }

    private static Index byDueTime(String owner) {
        return new Index(owner, Direction.ASC).on("state.task.dueAt", Direction.ASC);
    }
}
