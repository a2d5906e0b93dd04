package io.dianmai.kpi.value;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.EventJson;
import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.counter.RowSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowTextTests {
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00.123Z");

    @Test
    void cutsOutWhatNobodyLooksInto() {
        var slices = List.of(
                new RowSnapshot.SliceCounters("model", "凯美瑞🚗 \"x\" {[", Map.of("leadsLost", 3L)),
                new RowSnapshot.SliceCounters("advisor", "A1", Map.of()));
        byte[] row = EventJson.MAPPER.writeValueAsBytes(
                new RowSnapshot("店1", "2026-11", 7, NOON, Map.of("leadsLost", -3L), slices));

        RowText text = RowText.read(row);

        assertThat(text.key()).isEqualTo(new RowKey("店1", "2026-11"));
        assertThat(text.revision()).isEqualTo(7);
        assertThat(text.heardTo()).isEqualTo(NOON);
        assertThat(text.totals()).isEqualTo("{\"leadsLost\":-3}");
        assertThat(KpiRows.slices(text.slices())).isEqualTo(slices);
        assertThat(RowTotals.read(row).of("leadsLost")).isEqualTo(-3);
        assertThat(RowTotals.read(row).heardTo()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{}",
                "{\"storeId\":\"S1\",\"period\":\"2026\",\"revision\":1,\"heardTo\":\"noon\",\"totals\":{},\"slices\":[]}",
                "{\"storeId\":\"S1\",\"period\":\"2026\",\"revision\":1,\"heardTo\":\"2026-11-21T04:00:00Z\",\"totals\":{",
                "{\"storeId\":\"S1\",\"period\":\"2026\",\"heardTo\":\"2026-11-21T04:00:00Z\",\"totals\":{},\"slices\":[]}"
            })
    void refusesWhatIsNoRow(String json) {
        assertThatThrownBy(() -> RowText.read(json.getBytes(UTF_8)))
                .isInstanceOfAny(IllegalArgumentException.class, tools.jackson.core.JacksonException.class);
    }
}
