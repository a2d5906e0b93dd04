package io.dianmai.kpi.delivery.queue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Every delivery, one document each, by target and number. */
@Component
public class Deliveries {
    private static final String COLLECTION = "deliveries";
    private static final int ATTEMPTS_KEPT = 20;

    private final MongoTemplate mongo;

    Deliveries(MongoTemplate mongo) {
        this.mongo = mongo;
        documents().createIndex(Indexes.descending(DeliveryDocument.STORE, DeliveryDocument.AT));
        documents()
                .createIndex(Indexes.descending(DeliveryDocument.TARGET, DeliveryDocument.STATE, DeliveryDocument.AT));
        documents().createIndex(Indexes.ascending(DeliveryDocument.STATE, DeliveryDocument.AT));
    }

    public Optional<Delivery> find(String id) {
        return Optional.ofNullable(documents().find(eq(DeliveryDocument.ID, id)).first())
                .filter(document -> !isVoid(document))
                .map(DeliveryDocument::delivery);
    }

    /** Those that a query finds, for people: it may scan. */
    public List<Delivery> find(Query query) {
        return mongo.find(query, Document.class, COLLECTION).stream()
                .map(DeliveryDocument::delivery)
                .toList();
    }

    /** Puts a delivery where its number says; false when that place was given up meanwhile. Again is the same as once. */
    boolean put(Delivery delivery) {
        if (insert(DeliveryDocument.of(delivery))) {
            return true;
        }
        Document there =
                documents().find(eq(DeliveryDocument.ID, delivery.id())).first();
        return there != null && !isVoid(there);
    }

    /** Gives up a number that nobody has put anything at: whoever comes for it then takes another one. */
    void giveUp(String id, Instant now) {
        insert(new Document(DeliveryDocument.ID, id)
                .append(DeliveryDocument.STATE, DeliveryState.VOID.name())
                .append(DeliveryDocument.AT, Date.from(now)));
    }

    /** What stands at the numbers from one to another, that one excluded; null where there is nothing yet. */
    Map<Long, Place> window(String targetId, Lane lane, long from, long to) {
        Map<String, Long> numbers = new HashMap<>();
        LongStream.range(from, to).forEach(number -> numbers.put(lane.deliveryId(targetId, number), number));
        Map<Long, Place> places = new HashMap<>();
        for (Document document : documents().find(in(DeliveryDocument.ID, numbers.keySet()))) {
            boolean waits = DeliveryState.WAITING.name().equals(document.getString(DeliveryDocument.STATE));
            places.put(
                    numbers.get(document.getString(DeliveryDocument.ID)),
                    new Place(waits ? DeliveryDocument.delivery(document) : null));
        }
        return places;
    }

    /**
     * What stands at a number.
     *
     * @param waiting absent when it has ended
     */
    record Place(@Nullable Delivery waiting) {}

    void tried(List<Delivery> tried, Tried attempt) {
        write(tried, attempted(attempt));
    }

    void end(List<Delivery> ended, DeliveryState state, @Nullable String reason, Instant now, @Nullable Tried attempt) {
        Bson end = ending(state, reason, now);
        write(ended, attempt == null ? end : combine(end, attempted(attempt)));
    }

    /** Notes that a parked one stands in the queue anew; false when it was not parked. */
    boolean resent(String id, Instant now) {
        return documents()
                        .updateOne(
                                and(
                                        eq(DeliveryDocument.ID, id),
                                        eq(DeliveryDocument.STATE, DeliveryState.PARKED.name())),
                                ending(DeliveryState.RESENT, "Somebody has sent it again.", now))
                        .getModifiedCount()
                == 1;
    }

    /** Parks all that still waits for a target that was deleted. */
    void parkAllOf(String targetId, String reason, Instant now) {
        documents()
                .updateMany(
                        and(
                                eq(DeliveryDocument.TARGET, targetId),
                                eq(DeliveryDocument.STATE, DeliveryState.WAITING.name())),
                        ending(DeliveryState.PARKED, reason, now));
    }

    /** Forgets what has ended and is older than this. */
    long forget(Instant olderThan) {
        return documents()
                .deleteMany(and(
                        lt(DeliveryDocument.AT, Date.from(olderThan)),
                        ne(DeliveryDocument.STATE, DeliveryState.WAITING.name())))
                .getDeletedCount();
    }

    private static Bson ending(DeliveryState state, @Nullable String reason, Instant now) {
        return combine(
                set(DeliveryDocument.STATE, state.name()),
                set(DeliveryDocument.REASON, reason),
                set(DeliveryDocument.ENDED_AT, Date.from(now)));
    }

    private static Bson attempted(Tried attempt) {
        return combine(
                inc(DeliveryDocument.TRIES, 1),
                pushEach(
                        DeliveryDocument.ATTEMPTS,
                        List.of(DeliveryDocument.of(attempt)),
                        new PushOptions().slice(-ATTEMPTS_KEPT)));
    }

    /** What has ended meanwhile stays as it is. */
    private void write(List<Delivery> deliveries, Bson update) {
        if (deliveries.isEmpty()) {
            return;
        }
        List<WriteModel<Document>> writes = deliveries.stream()
                .<WriteModel<Document>>map(delivery -> new UpdateOneModel<>(
                        and(
                                eq(DeliveryDocument.ID, delivery.id()),
                                eq(DeliveryDocument.STATE, DeliveryState.WAITING.name())),
                        update))
                .toList();
        documents().bulkWrite(writes);
    }

    private boolean insert(Document document) {
        try {
            documents().insertOne(document);
            return true;
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
            return false;
        }
    }

    private static boolean isVoid(Document document) {
        return DeliveryState.VOID.name().equals(document.getString(DeliveryDocument.STATE));
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
