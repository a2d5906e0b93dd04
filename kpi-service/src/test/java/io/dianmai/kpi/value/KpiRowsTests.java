package io.dianmai.kpi.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.RowSnapshot;
import io.dianmai.kpi.counter.RowSnapshot.SliceCounters;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KpiRowsTests {
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private final TestStore store = new TestStore();
    private final KpiRows rows = new KpiRows(store.mongo(), new RowsAtHand());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anOlderStateOrARepeatChangesNothing() {
        rows.write(List.of(row("2026-11", 7, 5, slice("advisor", "A.1", 5))));

        rows.write(List.of(
                row("2026-11", 7, 99, slice("advisor", "A.1", 99)),
                row("2026-11-21", 8, 2, slice("advisor", "A.1", 2)),
                row("2026-11", 6, 4, slice("advisor", "A.1", 4))));

        assertThat(orders("2026-11", "2026-11-21")).containsOnly(Map.entry("2026-11", 5L), Map.entry("2026-11-21", 2L));
        assertThat(slices("2026-11", Dimension.ADVISOR)).containsOnly(Map.entry("A.1", 5L));
    }

    @Test
    void aNewerStateTakesThePlaceOfTheWholeRow() {
        rows.write(List.of(row("2026-11", 1, 5, slice("advisor", "A1", 3), slice("channel", "WEB", 5))));

        rows.write(List.of(row("2026-11", 2, 6, slice("advisor", "A2", 6))));

        assertThat(orders("2026-11")).containsOnly(Map.entry("2026-11", 6L));
        assertThat(slices("2026-11", Dimension.ADVISOR)).containsOnly(Map.entry("A2", 6L));
        assertThat(slices("2026-11", Dimension.CHANNEL)).isEmpty();
    }

    @Test
    void theYearHasNoSlicesButWhatIsForEverHas() {
        rows.write(List.of(row("2026", 1, 5), row("ever", 2, 5), row("2026-11", 3, 5)));

        assertThat(store.mongo().getCollection("kpi_slices").find().map(row -> row.getString("_id")))
                .containsExactlyInAnyOrder("S1|ever", "S1|2026-11");
    }

    @Test
    void aStoreIsHeardUpToTheNewestFactWhateverTheOrder() {
        HeardStores heard = new HeardStores(store.mongo(), new RowsAtHand(), Clock.fixed(NOON, ZoneOffset.UTC));
        heard.heard(Map.of("S1", NOON, "S2", NOON.minusSeconds(60)));

        heard.heard(Map.of("S1", NOON.minusSeconds(5), "S2", NOON.minusSeconds(9)));

        Freshness freshness = heard.of(List.of(
                TestGroup.store("S1", "B1", "R1"),
                TestGroup.store("S2", "B1", "R1"),
                TestGroup.store("S9", "B1", "R1")));
        assertThat(freshness.stores()).containsOnly(Map.entry("S1", NOON), Map.entry("S2", NOON.minusSeconds(9)));
        assertThat(freshness.oldest()).isEqualTo(NOON.minusSeconds(9));
        assertThat(freshness.never()).containsExactly("S9");
    }

    private Map<String, Long> orders(String... periods) {
        Map<String, Long> found = new TreeMap<>();
        rows.totals(
                List.of(periods).stream().map(period -> "S1|" + period).toList(),
                List.of("orders"),
                (row, _, amount) -> found.put(row.period(), amount));
        return found;
    }

    private Map<String, Long> slices(String period, Dimension dimension) {
        Map<String, Long> found = new TreeMap<>();
        rows.slices(
                List.of("S1|" + period),
                dimension,
                List.of("orders"),
                (_, value, _, amount) -> found.put(value, amount));
        return found;
    }

    private static KpiRows.Placed row(String period, long offset, long orders, SliceCounters... slices) {
        return TestRows.placed(
                new RowSnapshot("S1", period, offset, NOON, Map.of("orders", orders), List.of(slices)), offset);
    }

    private static SliceCounters slice(String dimension, String value, long orders) {
        return new SliceCounters(dimension, value, Map.of("orders", orders));
    }
}
