package io.dianmai.lead.visit;

import io.dianmai.contracts.lead.VisitLogged;
import io.dianmai.kit.aggregate.AggregateStores;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Creation;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.kit.web.Paging;
import io.dianmai.lead.roster.Roster;
import io.dianmai.lead.roster.Rosters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The visit logs of all stores, and the one way to write in them: for facts and people alike. */
@Component
public class Visits {
    static final String VISITED_AT = "state.visitedAt";
    static final String ADVISOR = "state.dimensions.advisorId";
    static final String LEAD = "state.leadId";
    static final String PHONE_HASH = "state.customer.phoneHash";
    static final String REPEAT = "state.repeat";

    private static final String COLLECTION = "visits";

    private final Aggregates<Visit, VisitLogged> visits;
    private final Rosters rosters;
    private final Visitors visitors;
    private final VisitorCards cards;

    Visits(AggregateStores aggregates, MongoTemplate mongo, Rosters rosters, Visitors visitors, VisitorCards cards) {
        this.visits = aggregates.of(COLLECTION, Visit.class, (id, visit, event, time) -> Visit.of(event, time));
        this.rosters = rosters;
        this.visitors = visitors;
        this.cards = cards;
        mongo.indexOps(COLLECTION)
                .createIndex(new Index("storeId", Sort.Direction.ASC)
                        .on(VISITED_AT, Sort.Direction.DESC)
                        .named("newest"));
        mongo.indexOps(COLLECTION)
                .createIndex(new Index(PHONE_HASH, Sort.Direction.ASC).sparse().named("phone"));
    }

    /**
     * Logs a visit. What it means for its lead follows when the event is heard.
     *
     * @param customer what the party left; {@code entry} shows of it only what events may
     */
    public Outcome<Visit> log(String id, Command command, VisitEntry entry, SealedCustomer customer) {
        Roster roster = rosters.at(command.storeId(), command.time());
        cards.keep(id, command.storeId(), customer);
        Acquaintance known = visitors.recognise(id, command, entry);
        return visits.execute(id, command, visit -> Visit.log(visit, entry, roster, known));
    }

    /** A party to be logged with others. It left nothing of itself that would have to be kept apart. */
    public record Party(
            String id,
            Command command,
            VisitEntry entry,
            @Nullable Instant leadRegisteredAt) {}

    /** As {@link #log} for many parties, by one write; what became of each, in the same order. */
    public List<Outcome<Visit>> logAll(List<Party> parties) {
        return visits.createAll(parties.stream().map(this::creation).toList());
    }

    private Creation<Visit, VisitLogged> creation(Party party) {
        Command command = party.command();
        Roster roster = rosters.at(command.storeId(), command.time());
        Acquaintance known = visitors.recognise(party.id(), command, party.entry());
        Acquaintance told = party.leadRegisteredAt() == null ? known : known.registered(party.leadRegisteredAt());
        return Creation.of(party.id(), command, visit -> Visit.log(visit, party.entry(), roster, told));
    }

    /** All that match, newest first, of however many; to be closed. */
    Stream<Stored<Visit>> stream(Criteria filter) {
        return visits.stream(filter, Sort.by(Sort.Direction.DESC, VISITED_AT, "_id"));
    }

    /** How many match, counted up to {@code most}. */
    long count(Criteria filter, int most) {
        return visits.count(filter, most);
    }

    /** The party is forgotten; false when there is nothing to forget. */
    boolean erase(String id) {
        return visits.amend(id, Visit::erased);
    }

    Optional<Stored<Visit>> find(String id) {
        return visits.find(id);
    }

    List<Stored<Visit>> find(Criteria filter, Paging paging) {
        return visits.find(filter, paging.order(), paging.wanted());
    }
}
