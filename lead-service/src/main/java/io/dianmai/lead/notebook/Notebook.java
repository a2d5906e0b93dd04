package io.dianmai.lead.notebook;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.dianmai.contracts.EventJson;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
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
    private final T blank;
    /** Those of one instance wait for each other, so that they need not try again. */
    private final List<Object> stripes =
            IntStream.range(0, STRIPES).mapToObj(_ -> new Object()).toList();

    /**
     * Of one sort.
     *
     * @param blank what stands where nothing was written yet
     */
    public Notebook(MongoTemplate mongo, String collection, Class<T> type, T blank) {
        this.mongo = mongo;
        this.collection = collection;
        this.type = type;
        this.blank = blank;
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
        return kept(id).value();
    }

    /**
     * Changes one of them.
     *
     * @param asked pure but for reading: it is asked again when somebody else was faster
     * @throws OptimisticLockingFailureException when others keep changing it
     */
    public <R> R change(String id, Function<T, Change<T, R>> asked) {
        synchronized (stripes.get(Math.floorMod(id.hashCode(), STRIPES))) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Kept<T> before = kept(id);
                Change<T, R> change = asked.apply(before.value());
                if (change.after().equals(before.value()) || replace(id, before, change.after())) {
                    return change.result();
                }
            }
        }
        throw new OptimisticLockingFailureException(collection + " " + id + " changes too often");
    }

    private Kept<T> kept(String id) {
        Document found = documents().find(eq("_id", id)).first();
        return found == null
                ? new Kept<>(0, blank)
                : new Kept<>(found.getLong(VERSION), EventJson.MAPPER.readValue(found.getString(TEXT), type));
    }

    private boolean replace(String id, Kept<T> before, T after) {
        var document = new Document("_id", id)
                .append(VERSION, before.version() + 1)
                .append(TEXT, EventJson.MAPPER.writeValueAsString(after));
        try {
            if (before.version() == 0) {
                documents().insertOne(document);
                return true;
            }
            var unchanged = and(eq("_id", id), eq(VERSION, before.version()));
            return documents().replaceOne(unchanged, document).getMatchedCount() > 0;
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failed;
        }
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(collection);
    }
}
