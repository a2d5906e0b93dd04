package io.dianmai.lead.stock;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.dianmai.contracts.AggregateIds;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Which vehicles an order names, or was given: so that what becomes of the order finds them. It may hold too many, for
 * the vehicle itself knows what it is for; never too few.
 */
@Component
class NamedVehicles {
    private static final String COLLECTION = "namedVehicles";

    private final MongoTemplate mongo;

    NamedVehicles(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    private record Named(@Id String id, Set<String> vehicles) {}

    static String byOrder(String storeId, String orderId) {
        return AggregateIds.of(storeId, "vehicles-of-order", orderId);
    }

    static String byLead(String storeId, String leadId) {
        return AggregateIds.of(storeId, "vehicles-of-lead", leadId);
    }

    void add(String storeId, String orderId, @Nullable String leadId, String vehicleId) {
        add(byOrder(storeId, orderId), vehicleId);
        if (leadId != null) {
            add(byLead(storeId, leadId), vehicleId);
        }
    }

    private void add(String key, String vehicleId) {
        var added = new Update().addToSet("vehicles", vehicleId);
        try {
            mongo.upsert(of(key), added, COLLECTION);
        } catch (DuplicateKeyException atTheSameMoment) {
            mongo.updateFirst(of(key), added, COLLECTION);
        }
    }

    Set<String> find(String key) {
        Named named = mongo.findOne(of(key), Named.class, COLLECTION);
        return named == null ? Set.of() : named.vehicles();
    }

    void forget(String key) {
        mongo.remove(of(key), COLLECTION);
    }

    private static Query of(String key) {
        return query(where("_id").is(key));
    }
}
