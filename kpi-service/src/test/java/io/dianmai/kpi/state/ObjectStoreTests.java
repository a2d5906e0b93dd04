package io.dianmai.kpi.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kpi.TestStores;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class ObjectStoreTests {
    private final KeyValueStore<String, Long> below = TestStores.of("numbers", Serdes.String(), Serdes.Long());
    private final ObjectStore<Long> store = new ObjectStore<>(below, 3);

    @Test
    void writesWhenTheTransactionEndsAndNotBefore() {
        store.put("a", 1L);
        store.put("a", 2L);
        assertThat(below.get("a")).isNull();

        store.flushCache();
        assertThat(below.get("a")).isEqualTo(2);

        store.delete("a");
        assertThat(below.get("a")).isEqualTo(2);
        store.flushCache();
        assertThat(below.get("a")).isNull();
    }

    @Test
    void whatCameAndWentWithinATransactionLeavesNoTrace() {
        store.put("a", 1L);
        store.delete("a");
        below.put("a", 7L);

        store.flushCache();

        // Neither the object nor its deletion was written.
        assertThat(below.get("a")).isEqualTo(7);
    }

    @Test
    void anAbortedTransactionIsForgotten() {
        store.put("a", 1L);
        store.clearCache();

        assertThat(store.get("a")).isNull();
    }

    @Test
    void isAMapHoweverFewItKeepsInHand() {
        Map<String, Long> expected = new HashMap<>();
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            String key = "k" + random.nextInt(12);
            switch (random.nextInt(5)) {
                case 0 -> {
                    store.delete(key);
                    expected.remove(key);
                }
                case 1 -> store.flushCache();
                case 2 -> assertThat(store.keys()).containsExactlyInAnyOrderElementsOf(expected.keySet());
                default -> {
                    store.put(key, (long) i);
                    expected.put(key, (long) i);
                }
            }
            assertThat(store.get(key)).isEqualTo(expected.get(key));
        }
    }
}
