package io.dianmai.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdFirstIndexTests {
    private static final int DOCUMENTS = 20_000;
    /** A scan looks at 20,000 documents for each: that would take minutes. */
    private static final int GUARDED_WRITES = 20_000;

    static Stream<MongoBackend> backends() {
        return Stream.of(new FastMemoryBackend(), new DurableBackend(MVStore.open(null)));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void holdsWhatAnIdFindsAgainstTheWholeQuery(MongoBackend backend) {
        with(backend, collection -> {
            collection.insertMany(List.of(document(1, 7), document(2, 7)));
            assertThat(found(collection, Filters.and(Filters.eq("_id", 1), Filters.eq("version", 7))))
                    .containsExactly(1);
            assertThat(found(collection, Filters.and(Filters.eq("_id", 1), Filters.eq("version", 8))))
                    .isEmpty();
            assertThat(found(collection, Filters.and(Filters.in("_id", 1, 2, 3), Filters.lt("version", 8))))
                    .containsExactlyInAnyOrder(1, 2);
            assertThat(found(
                            collection,
                            new Document("$and", List.of(new Document("_id", 2), new Document("version", 7)))))
                    .containsExactly(2);
            assertThat(found(collection, Filters.or(Filters.eq("_id", 1), Filters.eq("version", 7))))
                    .containsExactlyInAnyOrder(1, 2);
            assertThat(found(collection, Filters.and(Filters.gt("_id", 1), Filters.eq("version", 7))))
                    .containsExactly(2);
            assertThat(found(collection, Filters.and(Filters.ne("_id", 1), Filters.eq("version", 7))))
                    .containsExactly(2);
        });
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aGuardedWriteLooksAtOneDocument(MongoBackend backend) {
        with(backend, collection -> {
            collection.insertMany(IntStream.range(0, DOCUMENTS)
                    .mapToObj(id -> document(id, 0))
                    .toList());
            long begin = System.nanoTime();
            for (int id = 0; id < GUARDED_WRITES; id++) {
                var written = collection.updateOne(
                        Filters.and(Filters.eq("_id", id % DOCUMENTS), Filters.eq("version", 0)),
                        Updates.inc("version", 1));
                assertThat(written.getModifiedCount()).isEqualTo(1);
            }
            assertThat(System.nanoTime() - begin).isLessThan(60_000_000_000L);
        });
    }

    private static void with(MongoBackend backend, Consumer<MongoCollection<Document>> test) {
        MongoServer server = new MongoServer(backend);
        try (MongoClient client = MongoClients.create("mongodb:/" + server.bind())) {
            test.accept(client.getDatabase("test").getCollection("guarded"));
        } finally {
            server.shutdownNow();
        }
    }

    private static Document document(int id, int version) {
        return new Document("_id", id).append("version", version);
    }

    private static List<Integer> found(MongoCollection<Document> collection, Bson query) {
        return collection
                .find(query)
                .map(document -> document.getInteger("_id"))
                .into(new java.util.ArrayList<>());
    }
}
