package io.dianmai.kpi.delivery.queue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Which delivery tells a target of a notice, so that a notice that is heard again gets none beside it. */
@Component
class Numbers {
    private static final String COLLECTION = "delivery_numbers";
    private static final String ID = "_id";
    private static final String DELIVERY = "delivery";
    private static final String AT = "at";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoTemplate mongo;

    Numbers(MongoTemplate mongo) {
        this.mongo = mongo;
        documents().createIndex(Indexes.ascending(AT));
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(documents().find(eq(ID, key)).first()).map(document -> document.getString(DELIVERY));
    }

    /** Keeps this one unless there is one already; the one that holds. */
    String keep(String key, String deliveryId, Instant now) {
        documents()
                .updateOne(
                        eq(ID, key),
                        combine(setOnInsert(DELIVERY, deliveryId), setOnInsert(AT, Date.from(now))),
                        UPSERT);
        return find(key).orElse(deliveryId);
    }

    /** Another one in the place of one whose number was given up, unless that has happened already; the one that holds. */
    String replace(String key, String givenUp, String deliveryId) {
        documents().updateOne(and(eq(ID, key), eq(DELIVERY, givenUp)), set(DELIVERY, deliveryId));
        return find(key).orElse(deliveryId);
    }

    void forget(Instant olderThan) {
        documents().deleteMany(lt(AT, Date.from(olderThan)));
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
