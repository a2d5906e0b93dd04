package io.dianmai.gateway.ingest.limit;

import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The exceptions that HQ makes, kept with the client itself: they go when it goes. */
@Component
class StoredLimits {
    private static final String CLIENTS = "clients";
    private static final String LIMIT = "ingestLimit";

    private final MongoTemplate mongo;

    StoredLimits(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    boolean hasClient(String clientId) {
        return mongo.exists(client(clientId), CLIENTS);
    }

    /** Empty when there is no such client, or no exception for it. */
    Optional<EventRate> of(String clientId) {
        return Optional.ofNullable(mongo.findById(clientId, Document.class, CLIENTS))
                .map(client -> client.get(LIMIT, Document.class))
                .map(limit -> new EventRate(limit.getInteger("perSecond"), limit.getInteger("burst")));
    }

    /** Whether there is such a client. */
    boolean put(String clientId, EventRate rate) {
        Document limit = new Document("perSecond", rate.perSecond()).append("burst", rate.burst());
        return update(clientId, Update.update(LIMIT, limit));
    }

    /** Whether there is such a client. */
    boolean remove(String clientId) {
        return update(clientId, new Update().unset(LIMIT));
    }

    private boolean update(String clientId, Update change) {
        return mongo.updateFirst(client(clientId), change, CLIENTS).getMatchedCount() == 1;
    }

    private static Query client(String clientId) {
        return Query.query(Criteria.where("_id").is(clientId));
    }
}
