package io.dianmai.lead.timeline;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.kit.messaging.EventBatchHandler.Received;
import io.dianmai.kit.store.TakenIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The timelines of all leads. Every event is one field of its chunk, named by the event's id: told again, it is the same
 * field.
 *
 * <pre>
 * { _id: "lead:2026-03", storeId,
 *   entries: { "event id": {at, leadId, type, data}, … } }   // data: JSON, as it was told
 * </pre>
 */
@Component
public class Timelines {
    static final String COLLECTION = "leadTimelines";

    private static final String ENTRIES = "entries";

    private final MongoTemplate mongo;

    Timelines(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Writes down what was heard: one bulk write, one update for each chunk that changes. */
    public void write(List<Received> heard) {
        Map<String, Document> chunks = new LinkedHashMap<>();
        Map<String, String> stores = new LinkedHashMap<>();
        for (Received one : heard) {
            Envelope<EventData> event = one.event();
            TimelineSubjects.of(event).ifPresent(subject -> {
                String chunk = Chunk.idOf(subject.leadId(), event.time(), subject.registeredAt());
                stores.put(chunk, event.storeId());
                chunks.computeIfAbsent(chunk, _ -> new Document())
                        .append(ENTRIES + '.' + field(event.id()), entry(subject.leadId(), one));
            });
        }
        if (!chunks.isEmpty()) {
            upsert(chunks, stores);
        }
    }

    /** The entries of these chunks, in no order. */
    List<TimelineEntry> read(Collection<String> chunkIds) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (Document chunk : chunks().find(in("_id", chunkIds))) {
            chunk.get(ENTRIES, Document.class)
                    .forEach((id, entry) -> entries.add(TimelineEntry.read(id, (Document) entry)));
        }
        return entries;
    }

    /**
     * Puts other data into the place of those that stand there.
     *
     * @param change from the type of an entry and its data to its data from now on
     * @return how many chunks have changed
     */
    int rewrite(Collection<String> chunkIds, BinaryOperator<String> change) {
        int changed = 0;
        for (Document chunk : chunks().find(in("_id", chunkIds)).into(new ArrayList<>())) {
            Document news = new Document();
            chunk.get(ENTRIES, Document.class).forEach((id, one) -> {
                Document entry = (Document) one;
                String data = entry.getString("data");
                String next = change.apply(entry.getString("type"), data);
                if (!next.equals(data)) {
                    news.append(ENTRIES + '.' + id + ".data", next);
                }
            });
            if (!news.isEmpty()) {
                chunks().updateOne(eq("_id", chunk.getString("_id")), new Document("$set", news));
                changed++;
            }
        }
        return changed;
    }

    private void upsert(Map<String, Document> chunks, Map<String, String> stores) {
        var writes = chunks.entrySet().stream()
                .map(chunk -> new UpdateOneModel<Document>(
                        eq("_id", chunk.getKey()),
                        new Document("$setOnInsert", new Document("storeId", stores.get(chunk.getKey())))
                                .append("$set", chunk.getValue()),
                        new UpdateOptions().upsert(true)))
                .toList();
        try {
            chunks().bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException failed) {
            // Topics are heard side by side: two of them may begin a chunk at the same moment.
            chunks().bulkWrite(
                            TakenIds.in(failed).stream().map(writes::get).toList(),
                            new BulkWriteOptions().ordered(false));
        }
    }

    private static Document entry(String leadId, Received one) {
        Envelope<EventData> event = one.event();
        return new Document("at", Date.from(event.time()))
                .append("leadId", leadId)
                .append("type", event.type())
                .append("data", one.json());
    }

    /** Ids of the platform's events have neither; a field's name must not. */
    private static String field(String eventId) {
        return eventId.replace('.', '_').replace('$', '_');
    }

    private MongoCollection<Document> chunks() {
        return mongo.getCollection(COLLECTION);
    }
}
