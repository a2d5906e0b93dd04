package io.dianmai.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BsonTypesTests {
    private static final List<Object> VALUES = Arrays.asList(
            null,
            "",
            "店脉",
            "a",
            "ab",
            1,
            -1,
            7L,
            1.5,
            true,
            false,
            Instant.parse("2026-03-01T08:00:00.123Z"),
            new UUID(1, 2),
            new ObjectId(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}),
            new BinData(new byte[] {0, -1, 5}),
            List.of("x", 3, List.of(2.5)),
            new Document("inner", new Document("deeper", "y").append("n", null)));

    @TempDir
    Path folder;

    @Test
    void documentsAndKeysComeBackFromTheFileAsTheyWere() {
        List<KeyValue> keys = new ArrayList<>(List.of(new KeyValue(Missing.getInstance(), "a")));
        VALUES.forEach(value -> keys.add(new KeyValue(Collections.singletonList(value))));
        var document = new Document("_id", "x");
        VALUES.forEach(value -> document.append("f" + document.size(), value));
        String file = folder.resolve("x.mv").toString();
        try (MVStore store = MVStore.open(file)) {
            keys.forEach(key -> open(store).put(key, document));
        }
        try (MVStore store = MVStore.open(file)) {
            MVMap<KeyValue, Document> map = open(store);
            assertThat(map).hasSize(keys.size());
            keys.forEach(
                    key -> assertThat(map.get(key)).usingRecursiveComparison().isEqualTo(document));
        }
    }

    @Test
    void aTreeOfManyKeysFindsEachOfThem() {
        try (MVStore store = MVStore.open(null)) {
            MVMap<KeyValue, Document> map = open(store);
            var random = new Random(20_260_301);
            List<KeyValue> keys = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                Object value = VALUES.get(random.nextInt(VALUES.size()));
                keys.add(new KeyValue(Arrays.asList(random.nextBoolean() ? i : "k" + i, value)));
            }
            keys.forEach(key -> map.put(key, new Document("_id", key.toString())));
            assertThat(map).hasSize(keys.size());
            keys.forEach(key -> assertThat(map.get(key)).containsEntry("_id", key.toString()));
            keys.forEach(map::remove);
            assertThat(map).isEmpty();
        }
    }

    @Test
    void theStoreTakesTheMapsThatAreOpenAlready() {
        MVStore store = MVStore.open(null);
        var server = new MongoServer(new DurableBackend(store));
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            client.getDatabase("shop")
                    .getCollection("things")
                    .insertOne(new org.bson.Document("_id", "x").append("n", 1));
            assertThatMapsAreTyped(store);
        } finally {
            server.shutdownNow();
        }
    }

    private static void assertThatMapsAreTyped(MVStore store) {
        List<MVMap<?, ?>> used = store.getMapNames().stream()
                .<MVMap<?, ?>>map(store::openMap)
                .filter(map -> !map.isEmpty())
                .toList();
        assertThat(used.stream().filter(map -> map.firstKey() instanceof KeyValue))
                .isNotEmpty()
                .allSatisfy(map -> assertThat(map.getKeyType()).isInstanceOf(BsonKeyType.class));
        assertThat(used.stream().filter(map -> map.get(map.firstKey()) instanceof Document))
                .isNotEmpty()
                .allSatisfy(map -> assertThat(map.getValueType()).isInstanceOf(BsonDocumentType.class));
    }

    private static MVMap<KeyValue, Document> open(MVStore store) {
        return store.openMap(
                "test",
                new MVMap.Builder<KeyValue, Document>()
                        .keyType(new BsonKeyType())
                        .valueType(new BsonDocumentType()));
    }
}
