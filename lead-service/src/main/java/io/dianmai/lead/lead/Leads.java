package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.kit.aggregate.AggregateStores;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Creation;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.handover.Handovers;
import io.dianmai.kit.messaging.Effects;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.kit.web.Paging;
import io.dianmai.lead.lead.LeadCommand.Registration;
import io.dianmai.lead.roster.Rosters;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    static final String RECALLED_AT = "state.recalled.at";
    static final String PHONE_HASH = "state.customer.phoneHash";

    private static final String COLLECTION = "leads";

    private final Aggregates<Lead, LeadEvent> leads;
    private final CustomerCards cards;
    private final Rosters rosters;
    private final StoreReplica stores;
    private final Clock clock;

    Leads(
            AggregateStores aggregates,
            MongoTemplate mongo,
            CustomerCards cards,
            Rosters rosters,
            StoreReplica stores,
            Clock clock) {
        this.leads = aggregates.of(COLLECTION, Lead.class, new LeadBehaviour());
        this.cards = cards;
        this.rosters = rosters;
        this.stores = stores;
        this.clock = clock;
        var indexes = mongo.indexOps(COLLECTION);
        indexes.createIndex(newestFirst().on(ADVISOR, Sort.Direction.ASC).named("advisor"));
        indexes.createIndex(newestFirst().named("newest"));
        indexes.createIndex(new Index(RECALLED_AT, Sort.Direction.ASC).sparse().named("pool"));
        indexes.createIndex(new Index(PHONE_HASH, Sort.Direction.ASC).sparse().named("phone"));
    }

    /** Puts a customer on file; {@code registration} shows of {@code customer} only what events may. */
    public Outcome<Lead> register(String id, Command command, Registration registration, SealedCustomer customer) {
        cards.keep(id, command.storeId(), customer);
        return carryOut(id, command, registration);
    }

    /** Does with a lead what is asked. */
    public Outcome<Lead> carryOut(String id, Command command, LeadCommand asked) {
        Circumstances now = circumstances(id, command);
        return leads.execute(id, command, lead -> Lead.decide(lead, asked, now), lead -> lead.noted(clock.instant()));
    }

    /** Puts customers on file by one write, each with what has become of it since. Their cards are kept elsewhere. */
    List<Outcome<Lead>> createAll(List<RegistrationBatch.Entry> entries) {
        return leads.createAll(entries.stream().map(this::creation).toList());
    }

    private Creation<Lead, LeadEvent> creation(RegistrationBatch.Entry entry) {
        var steps = entry.steps().map(step -> step(entry.id(), step)).toList();
        return new Creation<>(entry.id(), steps, lead -> lead.noted(clock.instant()));
    }

    private Creation.Step<Lead, LeadEvent> step(String id, RegistrationBatch.Step step) {
        Circumstances now = circumstances(id, step.command());
        return new Creation.Step<>(step.command(), lead -> Lead.decide(lead, step.asked(), now));
    }

    private Circumstances circumstances(String id, Command command) {
        return new Circumstances(
                id, command.time(), stores.zone(command.storeId()), rosters.at(command.storeId(), command.time()));
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

    /** All that match, newest first, of however many; to be closed. */
    Stream<Stored<Lead>> stream(Criteria filter) {
        return leads.stream(filter, Sort.by(Sort.Direction.DESC, REGISTERED_AT, "_id"));
    }

    /** How many match, counted up to {@code most}. */
    long count(Criteria filter, int most) {
        return leads.count(filter, most);
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
