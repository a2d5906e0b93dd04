package io.dianmai.lead.assignment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.lead.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps the loads: one document for each store, as a text, for nobody asks the store for a part of it, and one for each
 * lead. All are found by exact id.
 */
@Component
class LoadArchive {
    private static final String LOADS = "advisorLoads";
    private static final String STANDINGS = "leadStandings";
    private static final int DUPLICATE = 11000;

    private final MongoTemplate mongo;

    LoadArchive(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * The loads of a store as they are kept.
     *
     * @param version 0 while there are none
     */
    record Kept(String storeId, long version, StoreLoads loads) {}

    Kept find(String storeId) {
        Document found = loads().find(eq("_id", storeId)).first();
        return found == null
                ? new Kept(storeId, 0, StoreLoads.NONE)
                : new Kept(
                        storeId,
                        found.getLong("version"),
                        EventJson.MAPPER.readValue(found.getString("loads"), StoreLoads.class));
    }

    /** Whether nobody else has changed them since. */
    boolean replace(Kept before, StoreLoads after) {
        var document = new Document("_id", before.storeId())
                .append("version", before.version() + 1)
                .append("loads", EventJson.MAPPER.writeValueAsString(after));
        if (before.version() > 0) {
            var unchanged = and(eq("_id", before.storeId()), eq("version", before.version()));
            return loads().replaceOne(unchanged, document).getMatchedCount() > 0;
        }
        try {
            loads().insertOne(document);
            return true;
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failed;
        }
    }

    /** As what these leads are counted; those never heard of are missing. */
    Map<String, LeadStanding> standings(Collection<String> leadIds) {
        var found = new HashMap<String, LeadStanding>();
        for (Document document : leads().find(in("_id", leadIds))) {
            LeadStanding standing = read(document);
            found.put(standing.leadId(), standing);
        }
        return found;
    }

    /** Writes those that are newer than what stands there. */
    void settle(Collection<LeadStanding> standings) {
        if (standings.isEmpty()) {
            return;
        }
        var writes = standings.stream().map(LoadArchive::write).toList();
        try {
            leads().bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException failed) {
            // Where a later one stands already, its id is taken.
            if (failed.getWriteConcernError() != null
                    || failed.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE)) {
                throw failed;
            }
        }
    }

    private static ReplaceOneModel<Document> write(LeadStanding standing) {
        var document = new Document("_id", standing.leadId())
                .append("sequence", standing.sequence())
                .append("open", standing.open());
        if (standing.advisorId() != null) {
            document.append("advisorId", standing.advisorId());
        }
        if (standing.level() != null) {
            document.append("level", standing.level().name());
        }
        var older = and(eq("_id", standing.leadId()), lt("sequence", standing.sequence()));
        return new ReplaceOneModel<>(older, document, new ReplaceOptions().upsert(true));
    }

    private static LeadStanding read(Document document) {
        String level = document.getString("level");
        return new LeadStanding(
                document.getString("_id"),
                document.getLong("sequence"),
                document.getString("advisorId"),
                level == null ? null : Level.valueOf(level),
                document.getBoolean("open"));
    }

    private MongoCollection<Document> loads() {
        return mongo.getCollection(LOADS);
    }

    private MongoCollection<Document> leads() {
        return mongo.getCollection(STANDINGS);
    }
}
