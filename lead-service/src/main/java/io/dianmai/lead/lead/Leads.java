package io.dianmai.lead.lead;

import io.dianmai.contracts.AggregateIds;
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
import io.dianmai.lead.assignment.Dealings;
import io.dianmai.lead.duplicate.LeadAliases;
import io.dianmai.lead.duplicate.PhoneClaims;
import io.dianmai.lead.grading.Yardsticks;
import io.dianmai.lead.lead.CardCommand.CardChange;
import io.dianmai.lead.lead.LeadCommand.Registration;
import io.dianmai.lead.roster.Rosters;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
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
    /** Path of the time when a lead was put on file. */
    public static final String REGISTERED_AT = "state.registeredAt";

    static final String ADVISOR = "state.dimensions.advisorId";
    public static final String STAGE = "state.progress.stage";
    static final String LEVEL = "state.grade.level";
    static final String SCORE = "state.outlook.score.points";
    static final String NURTURE = "state.outlook.score.nurture";
    public static final String RECALLED_AT = "state.recalled.at";
    public static final String RECALL_REASON = "state.recalled.reason";
    public static final String PREVIOUS_ADVISOR = "state.recalled.previousAdvisorId";
    /** When a loss was proposed that waits. */
    public static final String LOSS_PROPOSED_AT = "state.deal.lossProposed.at";
    /** When leads were lost, also those that were won back. */
    public static final String LOST_AT = "state.deal.losses.at";

    static final String PHONE_HASH = "state.customer.phoneHash";
    static final String ACTIVE_AT = "state.activity.at";

    /** Path of the clash of a lead that another store had first. */
    public static final String CLASH = "state.card.clash";

    /** Where leads are stored. */
    public static final String COLLECTION = "leads";

    private final Aggregates<Lead, LeadEvent> leads;
    private final Registrar registrar;
    private final CardDesk cardDesk;
    private final LeadAliases aliases;
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
            PhoneClaims claims,
            LeadAliases aliases,
            Clock clock) {
        this.leads = aggregates.of(COLLECTION, Lead.class, new LeadBehaviour());
        this.rosters = rosters;
        this.yardsticks = yardsticks;
        this.dealings = dealings;
        this.stores = stores;
        this.clock = clock;
        this.aliases = aliases;
        this.registrar = new Registrar(this, cards, claims, aliases, new ClashWatch(this, claims));
        this.cardDesk = new CardDesk(this, cards, claims);
        var indexes = mongo.indexOps(COLLECTION);
        indexes.createIndex(newestFirst().on(ADVISOR, Sort.Direction.ASC).named("advisor"));
        indexes.createIndex(newestFirst().named("newest"));
        indexes.createIndex(new Index(RECALLED_AT, Sort.Direction.ASC).sparse().named("pool"));
        indexes.createIndex(new Index("storeId", Sort.Direction.ASC)
                .on(SCORE, Sort.Direction.DESC)
                .named("score"));
        indexes.createIndex(new Index(NURTURE, Sort.Direction.ASC).sparse().named("nurture"));
        indexes.createIndex(new Index("storeId", Sort.Direction.ASC)
                .on(ACTIVE_AT, Sort.Direction.DESC)
                .named("activity"));
        indexes.createIndex(new Index("state.card.clash.firstStoreId", Sort.Direction.ASC)
                .sparse()
                .named("clash"));
        indexes.createIndex(new Index("storeId", Sort.Direction.ASC)
                .on(STAGE, Sort.Direction.ASC)
                .named("stage"));
        indexes.createIndex(new Index(PHONE_HASH, Sort.Direction.ASC).sparse().named("phone"));
        indexes.createIndex(
                new Index(LOSS_PROPOSED_AT, Sort.Direction.ASC).sparse().named("lossProposed"));
        indexes.createIndex(new Index("storeId", Sort.Direction.ASC)
                .on(LOST_AT, Sort.Direction.ASC)
                .named("lost"));
    }

    /** As {@link #putOnFile}, for whom it is all the same whether the customer was on file. */
    public Outcome<Lead> register(String id, Command command, Registration registration, SealedCustomer customer) {
        return putOnFile(id, command, registration, customer).outcome();
    }

    /**
     * Puts a customer on file, or finds that the store has the customer's phone on file: then the registration joins that
     * lead. {@code registration} shows of {@code customer} only what events may.
     *
     * @param id of the lead, if it becomes one
     */
    public Registered putOnFile(String id, Command command, Registration registration, SealedCustomer customer) {
        return registrar.register(id, command, registration, customer);
    }

    /** Writes on the card what is asked; {@code change} shows of {@code customer} only what events may. */
    public Outcome<Lead> changeCard(String id, Command command, CardChange change, SealedCustomer customer) {
        return cardDesk.change(id, command, change, customer);
    }

    /** The lead that a store calls {@code leadRef}: its own, or the one that it joined or was merged into. */
    public String idOf(String storeId, String leadRef) {
        return goingOn(AggregateIds.of(storeId, "lead", leadRef));
    }

    /** The id under which a lead goes on: its own, or that of the one that it joined or was merged into. */
    public String goingOn(String id) {
        return aliases.goingOn(id);
    }

    /** The lead itself, or where it was merged the one that goes on. */
    Optional<Stored<Lead>> goingOn(Stored<Lead> lead) {
        String into = lead.state().cardOrEmpty().mergedInto();
        return into == null ? Optional.of(lead) : find(goingOn(into));
    }

    /** Does with a lead what is asked. */
    public Outcome<Lead> carryOut(String id, Command command, LeadCommand asked) {
        Circumstances now = circumstances(id, command, asked);
        return leads.execute(
                id,
                command,
                lead -> Scoring.decide(lead, asked, now),
                lead -> SaleBehaviour.keeping(lead, asked, command.time()).noted(clock.instant()));
    }

    /** Puts customers on file by one write, each with what has become of it since. Their cards are kept elsewhere. */
    List<Outcome<Lead>> createAll(List<RegistrationBatch.Entry> entries) {
        return leads.createAll(entries.stream().map(this::creation).toList());
    }

    private Creation<Lead, LeadEvent> creation(RegistrationBatch.Entry entry) {
        var steps = entry.steps().map(step -> step(entry.id(), step)).toList();
        return new Creation<>(entry.id(), steps, lead -> entry.kept(lead).noted(clock.instant()));
    }

    private Creation.Step<Lead, LeadEvent> step(String id, RegistrationBatch.Step step) {
        Circumstances now = circumstances(id, step.command(), step.asked());
        return new Creation.Step<>(step.command(), lead -> Scoring.decide(lead, step.asked(), now));
    }

    private Circumstances circumstances(String id, Command command, LeadCommand asked) {
        Instant atWork = asked instanceof LeadCommand.Lapse lapse ? lapse.firedAt() : command.time();
        return new Circumstances(
                id,
                command.time(),
                stores.zone(command.storeId()),
                rosters.at(command.storeId(), atWork),
                yardsticks.at(command.storeId(), command.time()),
                dealings.of(id, command.storeId(), atWork),
                false);
    }

    /** Does with a lead what follows from an event. */
    public void follow(String id, Command command, LeadCommand asked) {
        Effects.require(carryOut(id, command, asked));
    }

    public Optional<Stored<Lead>> find(String id) {
        return leads.find(id);
    }

    /** One page of leads; the caller's stores are in the filter. */
    public List<Stored<Lead>> find(Criteria filter, Paging paging) {
        return find(filter, paging.order(), paging.wanted());
    }

    /** Those of them that exist. */
    public List<Stored<Lead>> find(Collection<String> ids) {
        return leads.find(Criteria.where("_id").in(ids), Sort.by("_id"), ids.size());
    }

    /** The customer of a lead is forgotten; false when there is nothing to forget. */
    boolean erase(String id, Instant at) {
        return leads.amend(id, lead -> lead.erased(at));
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

    /** Leads that match, at most {@code most}; the caller adds the stores that the viewer may see. */
    public List<Stored<Lead>> find(Criteria filter, Sort order, int most) {
        return leads.find(filter, order, most);
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
                .nin(Stage.CLOSED);
        return leads.find(open, Sort.by(REGISTERED_AT, "_id"), Handovers.MOST).stream()
                .map(Stored::id)
                .toList();
    }

    private static Index newestFirst() {
        return new Index("storeId", Sort.Direction.ASC).on(REGISTERED_AT, Sort.Direction.DESC);
    }
}
