package io.dianmai.lead.visit;

import io.dianmai.contracts.lead.VisitLogged;
import io.dianmai.kit.aggregate.AggregateStores;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Creation;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.web.Paging;
import io.dianmai.lead.lead.Leads;
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

    private static final String COLLECTION = "visits";

    private final Aggregates<Visit, VisitLogged> visits;
    private final Rosters rosters;
    private final Leads leads;

    Visits(AggregateStores aggregates, MongoTemplate mongo, Rosters rosters, Leads leads) {
        this.visits = aggregates.of(COLLECTION, Visit.class, (id, visit, event, time) -> Visit.of(event, time));
        this.rosters = rosters;
        this.leads = leads;
        mongo.indexOps(COLLECTION)
                .createIndex(new Index("storeId", Sort.Direction.ASC)
                        .on(VISITED_AT, Sort.Direction.DESC)
                        .named("newest"));
    }

    /** Logs a visit. What it means for its lead follows when the event is heard. */
    public Outcome<Visit> log(String id, Command command, VisitEntry entry) {
        Roster roster = rosters.at(command.storeId(), command.time());
        Instant leadRegisteredAt = registeredAt(entry.leadId());
        return visits.execute(id, command, visit -> Visit.log(visit, entry, roster, leadRegisteredAt));
    }

    /**
     * A party to be logged with others.
     *
     * @param leadRegisteredAt when its lead was registered, where that is known already
     */
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
        Instant told = party.leadRegisteredAt();
        Instant leadRegisteredAt = told == null ? registeredAt(party.entry().leadId()) : told;
        return Creation.of(party.id(), command, visit -> Visit.log(visit, party.entry(), roster, leadRegisteredAt));
    }

    /** All that match, newest first, of however many; to be closed. */
    Stream<Stored<Visit>> stream(Criteria filter) {
        return visits.stream(filter, Sort.by(Sort.Direction.DESC, VISITED_AT, "_id"));
    }

    /** How many match, counted up to {@code most}. */
    long count(Criteria filter, int most) {
        return visits.count(filter, most);
    }

    /** Unknown of a party without a lead, and of a lead that is yet to be registered. */
    private @Nullable Instant registeredAt(@Nullable String leadId) {
        return Optional.ofNullable(leadId)
                .flatMap(leads::find)
                .map(lead -> lead.state().registeredAt())
                .orElse(null);
    }

    Optional<Stored<Visit>> find(String id) {
        return visits.find(id);
    }

    List<Stored<Visit>> find(Criteria filter, Paging paging) {
        return visits.find(filter, paging.order(), paging.wanted());
    }
}
