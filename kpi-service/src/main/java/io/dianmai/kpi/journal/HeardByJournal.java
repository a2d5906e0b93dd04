package io.dianmai.kpi.journal;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Which sequence of each aggregate the journal has heard last: it drops what the engine drops. */
@Component
class HeardByJournal {
    private static final String COLLECTION = "kpi_journal_heard";
    private static final String SEQUENCE = "sequence";

    private final MongoTemplate mongo;

    HeardByJournal(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** By key, of those that were heard of. */
    Map<String, Long> last(Collection<String> keys) {
        Map<String, Long> last = new HashMap<>();
        mongo.getCollection(COLLECTION)
                .find(Filters.in("_id", keys))
                .forEach(document -> last.put(
                        document.getString("_id"),
                        document.get(SEQUENCE, Number.class).longValue()));
        return last;
    }

    /** Never goes back, whoever comes late. */
    void remember(Map<String, Long> sequences) {
        if (sequences.isEmpty()) {
            return;
        }
        List<UpdateOneModel<Document>> writes = sequences.entrySet().stream()
                .map(heard -> new UpdateOneModel<Document>(
                        Filters.eq("_id", heard.getKey()),
                        new Document("$max", new Document(SEQUENCE, heard.getValue())),
                        new UpdateOptions().upsert(true)))
                .toList();
        mongo.getCollection(COLLECTION).bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
}
