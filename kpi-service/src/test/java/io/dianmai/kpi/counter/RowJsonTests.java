package io.dianmai.kpi.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.EventJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowJsonTests {
    @Test
    void isWhatItsReadersKnow() {
        Row row = new Row();
        var counts = new Counts();
        counts.add(Counter.LEADS_REGISTERED.code(), 2);
        counts.add(Counter.LEADS_LOST.code(), 1);
        counts.add(Counter.LEADS_LOST.code(), -1);
        row.add(List.of(new Slice(Dimension.ADVISOR, "王\"01\"")), counts, Instant.parse("2026-11-21T01:02:03.004Z"));

        RowSnapshot read =
                EventJson.MAPPER.readValue(RowJson.write(new RowKey("S1", "2026-11"), row), RowSnapshot.class);

        var two = Map.of("leadsRegistered", 2L);
        assertThat(read)
                .isEqualTo(new RowSnapshot(
                        "S1",
                        "2026-11",
                        1,
                        Instant.parse("2026-11-21T01:02:03.004Z"),
                        two,
                        List.of(new RowSnapshot.SliceCounters("advisor", "王\"01\"", two))));
    }
}
