package io.dianmai.kpi.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.kpi.History;
import io.dianmai.kpi.TestStores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class HeldEventsTests {
    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00.123Z");
    private static final List<Envelope<EventData>> LEAD =
            History.soldLead("S1", "L1", Channel.WEB, "A1", NOW).events();

    private final KeyValueStore<String, byte[]> store = TestStores.of("held", Serdes.String(), Serdes.ByteArray());
    private final List<HeldEvent> released = new ArrayList<>();

    @Test
    void whatIsHeldOutlivesACrashAndComesBackInOrder() {
        HeldEvents before = new HeldEvents(store);
        LEAD.forEach(event -> before.hold(event, 2, NOW));

        HeldEvents after = new HeldEvents(store);
        after.release("S1", 4, released::add);
        assertThat(after.stores()).containsExactly("S1");
        // A second crash, half way.
        new HeldEvents(store).release("S1", 100, released::add);

        assertThat(released)
                .isEqualTo(
                        LEAD.stream().map(event -> new HeldEvent(NOW, 2, event)).toList());
        assertThat(new HeldEvents(store).stores()).isEmpty();
    }

    @Test
    void storesAreApartEvenIfOneIsNamedLikeTheKeyOfAnother() {
        HeldEvents held = new HeldEvents(store);
        Envelope<EventData> odd = History.of("S1|0000000000000000000", "L2")
                .then(NOW, History.registered(Channel.WEB, "A1"))
                .last();
        held.hold(LEAD.getFirst(), 0, NOW);
        held.hold(odd, 0, NOW);

        new HeldEvents(store).release("S1", 100, released::add);

        assertThat(released).containsExactly(new HeldEvent(NOW, 0, LEAD.getFirst()));
        assertThat(new HeldEvents(store).stores()).containsExactly("S1|0000000000000000000");
    }

    @Test
    void theFirstOneDecidesHowLongAStoreHasWaited() {
        HeldEvents held = new HeldEvents(store);
        held.hold(LEAD.get(0), 0, NOW);
        held.hold(LEAD.get(1), 0, NOW.plusMillis(5));

        assertThat(held.waitsSince("S1", NOW)).isTrue();
        assertThat(held.waitsSince("S1", NOW.minusMillis(1))).isFalse();
        assertThat(held.waitsSince("S2", NOW)).isFalse();
    }
}
