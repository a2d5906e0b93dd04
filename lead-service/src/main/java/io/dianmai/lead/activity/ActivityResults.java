package io.dianmai.lead.activity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * What came of each activity's leads, added up as it happens. Leads are spread over a few documents for each activity,
 * found by their ids alone; each keeps the position of every lead that it counts, so that the write which counts an event
 * is the write which knows it as counted.
 *
 * <pre>
 * { _id, storeId, activityId, leads, visits, orders, deliveries, grossProfit,
 *   heard: { leadId: sequence, … } }
 * </pre>
 */
@Component
class ActivityResults {
    /** An activity of 100,000 leads makes documents of half a megabyte. */
    static final int PARTS = 16;

    private static final String COLLECTION = "activityResults";
    private static final String ID = "_id";
    private static final String ACTIVITY_ID = "activityId";
    private static final String HEARD = "heard";
    private static final String LEADS = "leads";
    private static final String VISITS = "visits";
    private static final String ORDERS = "orders";
    private static final String DELIVERIES = "deliveries";
    private static final String GROSS_PROFIT = "grossProfit";

    private final MongoTemplate mongo;

    ActivityResults(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Counts what an event of a lead adds to an activity; once, however often the event is heard. */
    void add(Envelope<?> event, String activityId, ActivityResult result) {
        if (!added(event, activityId, result) && !begun(event, activityId, result)) {
            added(event, activityId, result);
        }
    }

    /** The results of some activities of a store, by their ids; of those without leads there are none. */
    Map<String, ActivityResult> of(String storeId, Collection<String> activityIds) {
        List<String> parts = activityIds.stream()
                .flatMap(activityId -> IntStream.range(0, PARTS).mapToObj(part -> id(storeId, activityId, part)))
                .toList();
        var results = new HashMap<String, ActivityResult>();
        documents()
                .find(in(ID, parts))
                .projection(include(ACTIVITY_ID, LEADS, VISITS, ORDERS, DELIVERIES, GROSS_PROFIT))
                .forEach(part -> results.merge(part.getString(ACTIVITY_ID), read(part), ActivityResult::plus));
        return results;
    }

    /** False when the event was counted before, or when there is no such document yet. */
    private boolean added(Envelope<?> event, String activityId, ActivityResult result) {
        String heard = HEARD + "." + event.aggregateId();
        Bson notYet = and(eq(ID, id(event, activityId)), or(exists(heard, false), lt(heard, event.sequence())));
        Bson counted = combine(
                set(heard, event.sequence()),
                inc(LEADS, result.leads()),
                inc(VISITS, result.visits()),
                inc(ORDERS, result.orders()),
                inc(DELIVERIES, result.deliveries()),
                inc(GROSS_PROFIT, result.grossProfit()));
        return documents().updateOne(notYet, counted).getMatchedCount() > 0;
    }

    /** False when there is a document already. */
    private boolean begun(Envelope<?> event, String activityId, ActivityResult result) {
        try {
            documents()
                    .insertOne(new Document(ID, id(event, activityId))
                            .append("storeId", event.storeId())
                            .append(ACTIVITY_ID, activityId)
                            .append(LEADS, result.leads())
                            .append(VISITS, result.visits())
                            .append(ORDERS, result.orders())
                            .append(DELIVERIES, result.deliveries())
                            .append(GROSS_PROFIT, result.grossProfit())
                            .append(HEARD, new Document(event.aggregateId(), event.sequence())));
            return true;
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failed;
        }
    }

    private static ActivityResult read(Document part) {
        return new ActivityResult(
                part.getLong(LEADS),
                part.getLong(VISITS),
                part.getLong(ORDERS),
                part.getLong(DELIVERIES),
                part.getLong(GROSS_PROFIT));
    }

    private static String id(Envelope<?> event, String activityId) {
        return id(event.storeId(), activityId, Math.floorMod(event.aggregateId().hashCode(), PARTS));
    }

    private static String id(String storeId, String activityId, int part) {
        return AggregateIds.of(storeId, "activity-results-" + part, activityId);
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
