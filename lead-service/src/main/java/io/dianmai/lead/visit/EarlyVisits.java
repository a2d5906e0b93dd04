package io.dianmai.lead.visit;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.dianmai.kit.aggregate.Command;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Visits of customers whose lead is yet to be registered: receptionists log a party before anybody files it. */
@Component
class EarlyVisits {
    private static final String COLLECTION = "earlyVisits";

    private final MongoTemplate mongo;

    EarlyVisits(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    private record Waiting(@Id String leadId, List<Command> visits) {}

    /** Keeps what a visit asks of its lead; a repeat is the same entry. */
    void keep(String leadId, Command visit) {
        mongo.upsert(of(leadId), new Update().addToSet("visits", visit), Waiting.class, COLLECTION);
    }

    /** Which of these leads have any. */
    Set<String> among(Collection<String> leadIds) {
        return mongo.getCollection(COLLECTION)
                .find(Filters.in("_id", leadIds))
                .projection(Projections.include("_id"))
                .map(waiting -> waiting.getString("_id"))
                .into(new HashSet<>());
    }

    /** In the order in which they were kept. */
    List<Command> waitingFor(String leadId) {
        Waiting waiting = mongo.findOne(of(leadId), Waiting.class, COLLECTION);
        return waiting == null ? List.of() : waiting.visits();
    }

    void forget(String leadId) {
        mongo.remove(of(leadId), COLLECTION);
    }

    private static Query of(String leadId) {
        return query(where("_id").is(leadId));
    }
}
