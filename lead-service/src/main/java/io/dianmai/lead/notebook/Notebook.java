package io.dianmai.lead.notebook;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.dianmai.contracts.EventJson;
import io.dianmai.kit.store.TakenIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Small records of one sort, each kept as one text, for nobody asks the store for a part of it; found by exact id, and
 * replaced only if nobody has changed it since, on this instance or another.
 *
 * @param <T> a record that {@link EventJson} can write and read; equal to another one when nothing was changed
 */
public final class Notebook<T> {
    private static final int ATTEMPTS = 50;
    private static final int STRIPES = 64;

    private static final String VERSION = "version";
    private static final String TEXT = "text";

    private final MongoTemplate mongo;
    private final String collection;
    private final Class<T> type;
    private final Kept<T> nothing;
    /** Those of one instance wait for each other, so that they need not try again. */
    private final List<Lock> stripes = Stream.generate(ReentrantLock::new)
            .limit(STRIPES)
            .map(Lock.class::cast)
            .toList();

    /**
     * Of one sort.
     *
     * @param blank what stands where nothing was written yet
     */
    public Notebook(MongoTemplate mongo, String collection, Class<T> type, T blank) {
        this.mongo = mongo;
        this.collection = collection;
        this.type = type;
        this.nothing = new Kept<>(0, blank);
    }

    /**
     * What comes of a change.
     *
     * @param after what is to stand there; the same as before where nothing is to be written
     * @param result what the change has to say
     */
    public record Change<T, R>(T after, R result) {}

    private record Kept<T>(long version, T value) {}

    public T find(String id) {
        return kept(Set.of(id)).getOrDefault(id, nothing).value();
    }

    /**
     * Changes one of them.
     *
     * @param asked pure but for reading: it is asked again when somebody else was faster
     * @throws OptimisticLockingFailureException when others keep changing it
     */
    public <R> R change(String id, Function<T, Change<T, R>> asked) {
        Map<String, R> results = changeAll(Set.of(id), _ -> (_, before) -> asked.apply(before));
        return Objects.requireNonNull(results.get(id));
    }

    /**
     * Changes several of them, each for itself, with one question to the store and one write.
     *
     * @param asked is given what stands there by id, and answers what becomes of each by its id and what stands there; pure but for
     *     reading: it is asked again for those where somebody else was faster
     * @return the results of all, by their ids
     * @throws OptimisticLockingFailureException when others keep changing one of them; the rest may be changed then
     */
    public <R> Map<String, R> changeAll(
            Set<String> ids, Function<Map<String, T>, BiFunction<String, T, Change<T, R>>> asked) {
        List<Lock> own = locks(ids);
        own.forEach(Lock::lock);
        try {
            var results = new HashMap<String, R>();
            Set<String> open = ids;
            for (int attempt = 0; attempt < ATTEMPTS && !open.isEmpty(); attempt++) {
                open = attempt(open, asked, results);
            }
            if (!open.isEmpty()) {
                throw new OptimisticLockingFailureException(collection + " " + open + " changes too often");
            }
            return results;
        } finally {
            own.forEach(Lock::unlock);
        }
    }

    /** In one order for all, so that nobody waits for somebody who waits for him. */
    private List<Lock> locks(Set<String> ids) {
        return ids.stream()
                .map(id -> Math.floorMod(id.hashCode(), STRIPES))
                .distinct()
                .sorted()
                .map(stripes::get)
                .toList();
    }

    /** Answers those that are still to be changed. */
    private <R> Set<String> attempt(
            Set<String> ids,
            Function<Map<String, T>, BiFunction<String, T, Change<T, R>>> asked,
            Map<String, R> results) {
        Map<String, Kept<T>> found = kept(ids);
        var before = new HashMap<String, T>();
        ids.forEach(id -> before.put(id, found.getOrDefault(id, nothing).value()));
        var changes = asked.apply(before);
        var changed = new ArrayList<Document>();
        before.forEach((id, value) -> {
            Change<T, R> change = changes.apply(id, value);
            results.put(id, change.result());
            if (!change.after().equals(value)) {
                changed.add(document(id, found.getOrDefault(id, nothing).version() + 1, change.after()));
            }
        });
        return replace(changed);
    }

    /** Those that were written ever. */
    private Map<String, Kept<T>> kept(Set<String> ids) {
        var kept = new HashMap<String, Kept<T>>();
        for (Document found : documents().find(in("_id", ids))) {
            kept.put(found.getString("_id"), read(found));
        }
        return kept;
    }

    private Kept<T> read(Document found) {
        return new Kept<>(found.getLong(VERSION), EventJson.MAPPER.readValue(found.getString(TEXT), type));
    }

    private Document document(String id, long version, T value) {
        return new Document("_id", id)
                .append(VERSION, version)
                .append(TEXT, EventJson.MAPPER.writeValueAsString(value));
    }

    /** Answers the ids of those that somebody else has changed. */
    private Set<String> replace(List<Document> documents) {
        if (documents.isEmpty()) {
            return Set.of();
        }
        var writes = documents.stream().map(Notebook::ifUnchanged).toList();
        try {
            documents().bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException failed) {
            return TakenIds.in(failed).stream()
                    .map(position -> documents.get(position).getString("_id"))
                    .collect(Collectors.toSet());
        }
    }

    private static ReplaceOneModel<Document> ifUnchanged(Document document) {
        var unchanged = and(eq("_id", document.getString("_id")), eq(VERSION, document.getLong(VERSION) - 1));
        return new ReplaceOneModel<>(unchanged, document, new ReplaceOptions().upsert(true));
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(collection);
    }
}
