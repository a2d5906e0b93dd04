package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.kit.aggregate.AggregateStores;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.handover.Handovers;
import io.dianmai.kit.messaging.Effects;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.kit.web.Paging;
import io.dianmai.lead.assignment.Dealings;
import io.dianmai.lead.grading.Yardsticks;
import io.dianmai.lead.lead.LeadCommand.Registration;
import io.dianmai.lead.roster.Rosters;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The leads of all stores, and the one way to change them: for facts, people and reminders alike. */
@Component
public class Leads {
    static final String REGISTERED_AT = "state.registeredAt";
    static final String ADVISOR = "state.dimensions.advisorId";
    static final String STAGE = "state.progress.stage";
    static final String LEVEL = "state.grade.level";
    static final String NURTURE = "state.outlook.score.nurture";
    public static final String RECALLED_AT = "state.recalled.at";
    public static final String RECALL_REASON = "state.recalled.reason";
    public static final String PREVIOUS_ADVISOR = "state.recalled.previousAdvisorId";
    static final String PHONE_HASH = "state.customer.phoneHash";

    private static final String COLLECTION = "leads";

    private final Aggregates<Lead, LeadEvent> leads;
    private final CustomerCards cards;
    private final Rosters rosters;
    private final Yardsticks yardsticks;
    private final Dealings dealings;
    private final StoreReplica stores;
    private final Clock clock;

    Leads(
            AggregateStores aggregates,
            MongoTemplate mongo,
            CustomerCards cards,
            Rosters rosters,
            Yardsticks yardsticks,
            Dealings dealings,
            StoreReplica stores,
            Clock clock) {
        this.leads = aggregates.of(COLLECTION, Lead.class, new LeadBehaviour());
        this.cards = cards;
        this.rosters = rosters;
        this.yardsticks = yardsticks;
        this.dealings = dealings;
        this.stores = stores;
        this.clock = clock;
        var indexes = mongo.indexOps(COLLECTION);
        indexes.createIndex(newestFirst().on(ADVISOR, Sort.Direction.ASC).named("advisor"));
        indexes.createIndex(newestFirst().named("newest"));
        indexes.createIndex(new Index(RECALLED_AT, Sort.Direction.ASC).sparse().named("pool"));
        indexes.createIndex(new Index(NURTURE, Sort.Direction.ASC).sparse().named("nurture"));
        indexes.createIndex(new Index(PHONE_HASH, Sort.Direction.ASC).sparse().named("phone"));
    }

    /** Puts a customer on file; {@code registration} shows of {@code customer} only what events may. */
    public Outcome<Lead> register(String id, Command command, Registration registration, SealedCustomer customer) {
        cards.keep(id, command.storeId(), customer);
        return carryOut(id, command, registration);
    }

    /** Does with a lead what is asked. */
    public Outcome<Lead> carryOut(String id, Command command, LeadCommand asked) {
        var now = new Circumstances(
                id,
                command.time(),
                stores.zone(command.storeId()),
                rosters.at(command.storeId(), command.time()),
                yardsticks.at(command.storeId(), command.time()),
                dealings.of(id, command.storeId(), command.time()),
                false);
        return leads.execute(
                id, command, lead -> Scoring.decide(lead, asked, now), lead -> lead.noted(clock.instant()));
    }

    /** Does with a lead what follows from an event. */
    public void follow(String id, Command command, LeadCommand asked) {
        Effects.require(carryOut(id, command, asked));
    }

    public Optional<Stored<Lead>> find(String id) {
        return leads.find(id);
    }

    List<Stored<Lead>> find(Criteria filter, Paging paging) {
        return leads.find(filter, paging.order(), paging.wanted());
    }

    /** Those of them that exist. */
    public List<Stored<Lead>> find(Collection<String> ids) {
        return leads.find(Criteria.where("_id").in(ids), Sort.by("_id"), ids.size());
    }

    /** A page of the company pool; {@code wanted} says of which stores, and what else. */
    public List<Stored<Lead>> inPool(Criteria wanted, Paging paging) {
        return find(new Criteria().andOperator(LeadFilter.inPool(), wanted), paging);
    }

    /** What waits longest in a store's pool. */
    public List<String> oldestInPool(String storeId, int most) {
        var waiting = new Criteria()
                .andOperator(LeadFilter.inPool(), Criteria.where("storeId").is(storeId));
        return leads.find(waiting, Sort.by(RECALLED_AT, "_id"), most).stream()
                .map(Stored::id)
                .toList();
    }

    /** What an advisor of a store has to do, oldest first. */
    List<String> openLeadsOf(String storeId, String advisorId) {
        var open = Criteria.where("storeId")
                .is(storeId)
                .and(ADVISOR)
                .is(advisorId)
                .and(STAGE)
                .nin(Stage.DELIVERED.name(), Stage.LOST.name());
        return leads.find(open, Sort.by(REGISTERED_AT, "_id"), Handovers.MOST).stream()
                .map(Stored::id)
                .toList();
    }

    private static Index newestFirst() {
        return new Index("storeId", Sort.Direction.ASC).on(REGISTERED_AT, Sort.Direction.DESC);
    }
}
