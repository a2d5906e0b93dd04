package io.dianmai.kpi.delivery.queue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The ends of every target's queue, and who works on it: one document each, changed by single guarded writes. Whoever
 * holds the lease names its token in each write; a write that does not match has lost it.
 */
@Component
class Queues {
    private static final String COLLECTION = "delivery_queues";
    private static final String ID = "_id";
    private static final String HEAD = ".head";
    private static final String TAIL = ".tail";
    private static final String LEASED_BY = "leasedBy";
    private static final String LEASED_UNTIL = "leasedUntil";
    private static final String FAILURES = "failures";
    private static final String FAILING_SINCE = "failingSince";
    private static final String NOT_BEFORE = "notBefore";
    private static final String OFF = "off";
    private static final Date LONG_AGO = Date.from(Instant.EPOCH);

    private final MongoTemplate mongo;

    Queues(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void create(String targetId) {
        Document queue = new Document(ID, targetId)
                .append(FAILURES, 0)
                .append(NOT_BEFORE, LONG_AGO)
                .append(LEASED_UNTIL, LONG_AGO);
        for (Lane lane : Lane.values()) {
            queue.append(lane.field(), new Document("head", 0L).append("tail", 0L));
        }
        documents().insertOne(queue);
    }

    void delete(String targetId) {
        documents().deleteOne(eq(ID, targetId));
    }

    List<Queue> find(Collection<String> targetIds) {
        return documents().find(in(ID, targetIds)).map(Queues::queue).into(new ArrayList<>());
    }

    Optional<Queue> find(String targetId) {
        return Optional.ofNullable(documents().find(eq(ID, targetId)).first()).map(Queues::queue);
    }

    /** Takes the next number of a lane. As it was before: its tail is the number. Empty when the target was deleted. */
    Optional<Queue> takeNumber(String targetId, Lane lane) {
        return Optional.ofNullable(
                        documents().findOneAndUpdate(eq(ID, targetId), inc(lane.field() + TAIL, 1L), before()))
                .map(Queues::queue);
    }

    /** Takes or prolongs the lease; empty when another one holds it, or the target was deleted. */
    Optional<Queue> lease(String targetId, String token, Instant now, Instant until) {
        Bson free = or(eq(LEASED_BY, token), lte(LEASED_UNTIL, Date.from(now)));
        Bson mine = combine(set(LEASED_BY, token), set(LEASED_UNTIL, Date.from(until)));
        return Optional.ofNullable(documents().findOneAndUpdate(and(eq(ID, targetId), free), mine, after()))
                .map(Queues::queue);
    }

    void release(String targetId, String token) {
        documents().updateOne(held(targetId, token), combine(unset(LEASED_BY), set(LEASED_UNTIL, LONG_AGO)));
    }

    /** The deliveries before {@code head} have ended. */
    void moveOn(String targetId, String token, Lane lane, long head) {
        documents().updateOne(held(targetId, token), set(lane.field() + HEAD, head));
    }

    /** The other side has answered as it should: what went wrong before is forgotten. */
    void moveOnWell(String targetId, String token, Lane lane, long head) {
        documents()
                .updateOne(
                        held(targetId, token),
                        combine(
                                set(lane.field() + HEAD, head),
                                set(FAILURES, 0),
                                unset(FAILING_SINCE),
                                set(NOT_BEFORE, LONG_AGO)));
    }

    void failed(String targetId, String token, int failures, Instant since, Instant notBefore) {
        documents()
                .updateOne(
                        held(targetId, token),
                        combine(
                                set(FAILURES, failures),
                                set(FAILING_SINCE, Date.from(since)),
                                set(NOT_BEFORE, Date.from(notBefore))));
    }

    void turnOff(String targetId, String token, String reason, Instant now) {
        Document off = new Document("reason", reason).append("at", Date.from(now));
        documents().updateOne(held(targetId, token), set(OFF, off));
    }

    /** Sends to a target again, at once; false when there is none. */
    boolean resume(String targetId) {
        Bson well = combine(unset(OFF), set(FAILURES, 0), unset(FAILING_SINCE), set(NOT_BEFORE, LONG_AGO));
        return documents().updateOne(eq(ID, targetId), well).getMatchedCount() == 1;
    }

    private static Bson held(String targetId, String token) {
        return and(eq(ID, targetId), eq(LEASED_BY, token));
    }

    private static FindOneAndUpdateOptions before() {
        return new FindOneAndUpdateOptions().returnDocument(ReturnDocument.BEFORE);
    }

    private static FindOneAndUpdateOptions after() {
        return new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    }

    private static Queue queue(Document document) {
        Map<Lane, Line> lines = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            Document line = document.get(lane.field(), Document.class);
            lines.put(lane, new Line(line.getLong("head"), line.getLong("tail")));
        }
        @Nullable Date since = document.getDate(FAILING_SINCE);
        @Nullable Document off = document.get(OFF, Document.class);
        return new Queue(
                document.getString(ID),
                lines,
                document.getInteger(FAILURES),
                since == null ? null : since.toInstant(),
                document.getDate(NOT_BEFORE).toInstant(),
                document.getDate(LEASED_UNTIL).toInstant(),
                off == null
                        ? null
                        : new Queue.Off(
                                off.getString("reason"), off.getDate("at").toInstant()));
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
