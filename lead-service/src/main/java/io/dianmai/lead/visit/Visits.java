package io.dianmai.lead.visit;

import io.dianmai.contracts.lead.VisitLogged;
import io.dianmai.kit.aggregate.AggregateStores;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.web.Paging;
import io.dianmai.lead.roster.Roster;
import io.dianmai.lead.roster.Rosters;
import java.util.List;
import java.util.Optional;
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

    Visits(AggregateStores aggregates, MongoTemplate mongo, Rosters rosters) {
        this.visits = aggregates.of(COLLECTION, Visit.class, (id, visit, event, time) -> Visit.of(event, time));
        this.rosters = rosters;
        mongo.indexOps(COLLECTION)
                .createIndex(new Index("storeId", Sort.Direction.ASC)
                        .on(VISITED_AT, Sort.Direction.DESC)
                        .named("newest"));
    }

    /** Logs a visit. What it means for its lead follows when the event is heard. */
    public Outcome<Visit> log(String id, Command command, VisitEntry entry) {
        Roster roster = rosters.at(command.storeId(), command.time());
        return visits.execute(id, command, visit -> Visit.log(visit, entry, roster));
    }

    Optional<Stored<Visit>> find(String id) {
        return visits.find(id);
    }

    List<Stored<Visit>> find(Criteria filter, Paging paging) {
        return visits.find(filter, paging.order(), paging.wanted());
    }
}
