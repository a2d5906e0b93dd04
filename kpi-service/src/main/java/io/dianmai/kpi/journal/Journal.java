package io.dianmai.kpi.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * 日记账: the entries of each store and business day, in buckets of neighbouring records, and for each store and day which
 * buckets there are. All is found by exact {@code _id}, so there is no index to declare. An entry's place follows from
 * its record alone and writing it again changes nothing: repeats, crashes and stragglers are harmless.
 */
@Component
class Journal {
    private static final String BUCKETS = "kpi_journal";
    private static final String DAYS = "kpi_journal_days";
    private static final String ID = "_id";
    private static final String ENTRIES = "e";
    private static final String BUCKET_NAMES = "buckets";
    private static final int IDS_PER_QUERY = 200;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoTemplate mongo;

    Journal(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void enter(Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Map<String, Document> byBucket = new LinkedHashMap<>();
        Map<String, Set<String>> byDay = new LinkedHashMap<>();
        for (Entry entry : entries) {
            byBucket.computeIfAbsent(entry.bucketId(), _ -> new Document())
                    .append(ENTRIES + '.' + entry.position().key(), EntryDocuments.write(entry));
            byDay.computeIfAbsent(entry.storeDay().toString(), _ -> new TreeSet<>())
                    .add(entry.position().bucket());
        }
        write(BUCKETS, byBucket, added -> new Document("$set", added));
        write(DAYS, byDay, names -> new Document("$addToSet", new Document(BUCKET_NAMES, each(names))));
    }

    private static Document each(Set<String> names) {
        return new Document("$each", List.copyOf(names));
    }

    private <T> void write(String collection, Map<String, T> byId, Function<T, Document> update) {
        List<WriteModel<Document>> writes = new ArrayList<>(byId.size());
        byId.forEach((id, added) -> writes.add(new UpdateOneModel<>(Filters.eq(ID, id), update.apply(added), UPSERT)));
        documents(collection).bulkWrite(writes, IN_ANY_ORDER);
    }

    /** Names of the buckets of each of these days, of those that have any. */
    Map<StoreDay, List<String>> buckets(Collection<StoreDay> days) {
        List<String> ids = days.stream().map(StoreDay::toString).toList();
        return documents(DAYS).find(Filters.in(ID, ids)).into(new ArrayList<>()).stream()
                .collect(Collectors.toMap(
                        document -> StoreDay.parse(document.getString(ID)),
                        document -> document.getList(BUCKET_NAMES, String.class)));
    }

    /** Hands over every entry of these buckets of a day, in no order. */
    void read(StoreDay day, List<String> buckets, Consumer<Entry> sink) {
        List<String> ids = buckets.stream().map(name -> day + "|" + name).toList();
        for (int from = 0; from < ids.size(); from += IDS_PER_QUERY) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS_PER_QUERY));
            for (Document bucket : documents(BUCKETS).find(Filters.in(ID, some))) {
                bucket.get(ENTRIES, Document.class)
                        .values()
                        .forEach(entry -> sink.accept(EntryDocuments.read(day, (Document) entry)));
            }
        }
    }

    private MongoCollection<Document> documents(String collection) {
        return mongo.getCollection(collection);
    }
}
