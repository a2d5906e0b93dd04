package io.dianmai.kpi.value;

import io.dianmai.contracts.EventJson;
import io.dianmai.kpi.counter.RowSnapshot;

/** Rows as they come off the topic. */
final class TestRows {
    private TestRows() {}

    static KpiRows.Placed placed(RowSnapshot row, long offset) {
        return new KpiRows.Placed(RowText.read(EventJson.MAPPER.writeValueAsBytes(row)), offset);
    }
}
