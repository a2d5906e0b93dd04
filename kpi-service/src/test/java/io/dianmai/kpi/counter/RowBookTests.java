package io.dianmai.kpi.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.kpi.History;
import io.dianmai.kpi.TestStores;
import io.dianmai.kpi.state.ObjectStore;
import io.dianmai.kpi.state.Room;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class RowBookTests {
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final Posting ONE_LEAD = CounterMapping.postings(
                    History.of("S1", "L1")
                            .then(NOON, History.registered(Channel.WEB, "A1"))
                            .last(),
                    ZoneOffset.UTC)
            .getFirst();

    private final KeyValueStore<String, Row> rowsBelow = TestStores.of("rows", Serdes.String(), RowCodec.serde());
    private final KeyValueStore<String, Boolean> dirtyBelow = TestStores.of("dirty", Serdes.String(), Serdes.Boolean());
    private ObjectStore<Row> rows = new ObjectStore<>(rowsBelow, new Room(512));
    private ObjectStore<Boolean> dirty = new ObjectStore<>(dirtyBelow, new Room(512));
    private final List<RowSnapshot> sent = new ArrayList<>();

    @Test
    void whatIsUnsentOutlivesACrash() {
        new RowBook(rows, dirty)
                .add(new RowKey("S1", "2026-11").toString(), ONE_LEAD.slices(), Counts.of(ONE_LEAD.amounts()), NOON);

        commitAndCrash();
        new RowBook(rows, dirty).send(10, this::take);

        assertThat(sent).singleElement().satisfies(row -> {
            assertThat(row.period()).isEqualTo("2026-11");
            assertThat(row.totals()).containsEntry("leadsRegistered", 1L);
        });
    }

    @Test
    void whatWasSentIsNotSentAgain() {
        RowBook book = new RowBook(rows, dirty);
        book.add(new RowKey("S1", "2026-11").toString(), ONE_LEAD.slices(), Counts.of(ONE_LEAD.amounts()), NOON);
        book.send(10, this::take);
        book.send(10, this::take);
        commitAndCrash();
        new RowBook(rows, dirty).send(10, this::take);

        assertThat(sent).hasSize(1);
    }

    @Test
    void sendsNoMoreThanTheLimitAtOnceAndTheRestLater() {
        RowBook book = new RowBook(rows, dirty);
        for (int i = 0; i < 5; i++) {
            book.add(new RowKey("S" + i, "2026-11").toString(), ONE_LEAD.slices(), Counts.of(ONE_LEAD.amounts()), NOON);
        }

        book.send(3, this::take);
        assertThat(sent).hasSize(3);
        book.send(3, this::take);
        assertThat(sent).extracting(RowSnapshot::storeId).containsExactly("S0", "S1", "S2", "S3", "S4");
    }

    @Test
    void keepsCountingRowsThatNoLongerFitInMemory() {
        RowBook book = new RowBook(rows, dirty);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 600; i++) {
                book.add(
                        new RowKey("S" + i, "2026-11").toString(),
                        ONE_LEAD.slices(),
                        Counts.of(ONE_LEAD.amounts()),
                        NOON);
            }
        }
        book.send(1_000, this::take);

        assertThat(sent)
                .hasSize(600)
                .allSatisfy(row ->
                        assertThat(row.totals()).isEqualTo(Map.of("leadsRegistered", 3L, "webLeadsRegistered", 3L)));
    }

    /** The stores come back as the last transaction left them, memory does not. */
    private void commitAndCrash() {
        rows.flushCache();
        dirty.flushCache();
        rows = new ObjectStore<>(rowsBelow, new Room(512));
        dirty = new ObjectStore<>(dirtyBelow, new Room(512));
    }

    private void take(String name, byte[] json) {
        RowSnapshot row = EventJson.MAPPER.readValue(json, RowSnapshot.class);
        assertThat(name).isEqualTo(row.storeId() + '|' + row.period());
        sent.add(row);
    }
}
