package io.dianmai.lead.assignment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.dianmai.contracts.lead.Level;
import io.dianmai.kit.store.TakenIds;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps as what each lead is counted, found by the exact id of the lead. */
@Component
class StandingArchive {
    private final MongoTemplate mongo;

    StandingArchive(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** By the ids of the leads; those never heard of are missing. */
    Map<String, LeadStanding> find(Collection<String> leadIds) {
        var found = new HashMap<String, LeadStanding>();
        for (Document document : documents().find(in("_id", leadIds))) {
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
        var writes = standings.stream().map(StandingArchive::write).toList();
        try {
            documents().bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException failed) {
            // Of some leads later ones stand already.
            TakenIds.requireNothingElse(failed);
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

    private MongoCollection<Document> documents() {
        return mongo.getCollection("leadStandings");
    }
}
