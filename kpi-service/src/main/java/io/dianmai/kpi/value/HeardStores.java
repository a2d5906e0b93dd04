package io.dianmai.kpi.value;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.time.Recent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Up to when each store has been heard: the acceptance time of the newest fact that the rows show. Written after the
 * rows, so that it never promises more than they have; read at most a second late, and what changed since then is at hand.
 */
@Component
public class HeardStores {
    private static final String COLLECTION = "kpi_heard";
    private static final String HEARD_TO = "heardTo";
    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private final MongoTemplate mongo;
    private final RowsAtHand atHand;
    private final Recent<Map<String, Instant>> heard;

    HeardStores(MongoTemplate mongo, RowsAtHand atHand, Clock clock) {
        this.mongo = mongo;
        this.atHand = atHand;
        this.heard = new Recent<>(this::read, FRESH_FOR, clock);
    }

    /** Moves them on; an earlier time changes nothing. */
    void heard(Map<String, Instant> byStore) {
        if (byStore.isEmpty()) {
            return;
        }
        var writes = byStore.entrySet().stream()
                .map(store -> new UpdateOneModel<Document>(
                        Filters.eq("_id", store.getKey()),
                        Updates.max(HEARD_TO, Date.from(store.getValue())),
                        new UpdateOptions().upsert(true)))
                .toList();
        documents().bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    /** Of these stores. Ask it before the rows: then they show no less than it says. */
    public Freshness of(Collection<StorePublished> stores) {
        Map<String, Instant> stored = heard.get();
        Map<String, Instant> lately = atHand.heard();
        return Freshness.of(stores, store -> latest(stored.get(store), lately.get(store)));
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private Map<String, Instant> read() {
        Map<String, Instant> byStore = new HashMap<>();
        documents()
                .find()
                .forEach(document -> byStore.put(
                        document.getString("_id"), document.getDate(HEARD_TO).toInstant()));
        return Map.copyOf(byStore);
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
