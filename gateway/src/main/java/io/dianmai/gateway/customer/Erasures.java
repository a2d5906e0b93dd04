package io.dianmai.gateway.customer;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.dianmai.gateway.customer.Erasure.Part;
import io.dianmai.gateway.customer.Erasure.State;
import io.dianmai.kit.customer.Customer;
import io.dianmai.kit.messaging.TopicProperties;
import io.dianmai.kit.security.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** All erasures; few, and kept as proof. */
@Component
class Erasures {
    private static final int SHOWN = 100;
    private static final String STATE = "state";
    private static final String NEXT_AT = "nextAt";

    private final MongoTemplate mongo;
    private final TopicProperties topics;
    private final CustomerServices services;

    Erasures(MongoTemplate mongo, TopicProperties topics, CustomerServices services) {
        this.mongo = mongo;
        this.topics = topics;
        this.services = services;
    }

    /** Begins an erasure; one of this id that was begun before is as it is. */
    Erasure begin(String id, Customer customer, @Nullable String storeId, String askedBy, Instant now) {
        List<Part> parts = services.names().stream()
                .map(name -> new Part(name, 0, 0, null))
                .toList();
        var erasure = new Erasure(
                id, storeId, customer, askedBy, now, State.ASKED, parts, now, null, now.plus(topics.factsGoneAfter()));
        try {
            return mongo.insert(erasure);
        } catch (DuplicateKeyException repeated) {
            return find(id).orElseThrow(() -> repeated);
        }
    }

    Optional<Erasure> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Erasure.class));
    }

    /** The newest that the viewer's stores, or the whole group, are about. */
    List<Erasure> newest(Viewer viewer) {
        Query wanted = query(viewer.within())
                .with(Sort.by(Sort.Direction.DESC, "askedAt", "_id"))
                .limit(SHOWN);
        return mongo.find(wanted, Erasure.class);
    }

    /** One whose next step is due; nobody else gets it until then. */
    Optional<Erasure> claim(Instant now, Instant until) {
        var due = where(STATE).in(State.ASKED, State.ERASED).and(NEXT_AT).lte(now);
        return Optional.ofNullable(mongo.findAndModify(
                query(due).with(Sort.by(NEXT_AT)),
                Update.update(NEXT_AT, until),
                FindAndModifyOptions.options().returnNew(true),
                Erasure.class));
    }

    /** More of the customer's leads are known. */
    void traced(String id, Customer customer) {
        mongo.updateFirst(byId(id), Update.update("customer", customer), Erasure.class);
    }

    void put(String id, List<Part> parts) {
        mongo.updateFirst(byId(id), Update.update("parts", parts), Erasure.class);
    }

    /** The next step is due then. */
    void waitUntil(String id, State state, Instant at) {
        mongo.updateFirst(byId(id), Update.update(STATE, state).set(NEXT_AT, at), Erasure.class);
    }

    void finish(String id, Instant now) {
        mongo.updateFirst(
                byId(id),
                Update.update(STATE, State.FINISHED).set("finishedAt", now).unset("customer"),
                Erasure.class);
    }

    private static Query byId(String id) {
        return query(where("_id").is(id));
    }
}
