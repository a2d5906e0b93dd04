package io.dianmai.kpi.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kpi.TestStores;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class ObjectStoreTests {
    private static final int LIMIT = 64;
    private static final int SHARE_OF_EACH = LIMIT / 32 + 1;

    private final Room room = new Room(LIMIT);
    private final KeyValueStore<String, String> firstBelow = below("first");
    private final ObjectStore<String> first = new ObjectStore<>(firstBelow, room);
    private final KeyValueStore<String, String> secondBelow = below("second");
    private final ObjectStore<String> second = new ObjectStore<>(secondBelow, room);

    private static KeyValueStore<String, String> below(String name) {
        return TestStores.of(name, Serdes.String(), Serdes.String());
    }

    @Test
    void whatLeavesForLackOfRoomIsWrittenAndComesBack() {
        fill(first, 3 * LIMIT);

        assertThat(firstBelow.approximateNumEntries()).isEqualTo(2 * LIMIT);
        assertThat(IntStream.range(0, 3 * LIMIT).mapToObj(i -> first.get("k" + i)))
                .containsExactlyElementsOf(
                        IntStream.range(0, 3 * LIMIT).mapToObj(i -> "v" + i).toList());
    }

    @Test
    void whatWasStoredBeforeItBeganIsFound() {
        firstBelow.put("restored", "value");

        assertThat(first.get("restored")).isEqualTo("value");
        assertThat(first.get("other")).isNull();
    }

    @Test
    void whatIsRestoredAfterItWasClosedIsFound() {
        assertThat(first.get("restored")).isNull();
        first.clearCache();
        firstBelow.put("restored", "value");

        assertThat(first.get("restored")).isEqualTo("value");
    }

    @Test
    void theOneThatNeedsRoomGivesUpItsOwnAndKeepsAShare() {
        fill(first, LIMIT);
        fill(second, LIMIT);

        assertThat(firstBelow.approximateNumEntries())
                .as("of the first, which is idle")
                .isZero();
        assertThat(secondBelow.approximateNumEntries()).isEqualTo(LIMIT - SHARE_OF_EACH);
    }

    @Test
    void whatIsAskedForAgainStaysInHand() {
        first.put("wanted", "value");
        for (int i = 0; i < 5 * LIMIT; i++) {
            first.put("k" + i, "v" + i);
            assertThat(first.get("wanted")).isEqualTo("value");
        }

        assertThat(firstBelow.get("wanted")).as("written when it left").isNull();
        assertThat(firstBelow.approximateNumEntries()).isEqualTo(4 * LIMIT + 1);
    }

    @Test
    void oneThatIsClosedLeavesItsRoom() {
        fill(first, LIMIT);
        first.flushCache();
        first.close();
        fill(second, LIMIT);

        assertThat(secondBelow.approximateNumEntries()).isZero();
    }

    private static void fill(ObjectStore<String> store, int objects) {
        IntStream.range(0, objects).forEach(i -> store.put("k" + i, "v" + i));
    }
}
