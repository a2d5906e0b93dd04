package io.dianmai.kpi.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.kpi.counter.Counter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeatMapTests {
    @Test
    void readsCellsOffTheSlots() {
        Map<String, Map<Counter, Long>> slots = Map.of(
                "WAITING|7|23", Map.of(Counter.COMPLAINTS_OPENED, 2L),
                "WAITING|1|14", Map.of(Counter.COMPLAINTS_OPENED, 5L),
                "WAITING|1|0", Map.of(Counter.COMPLAINTS_OPENED, 0L));

        assertThat(HeatMapController.cells(slots))
                .containsExactly(
                        new HeatMapController.Cell(ComplaintCategory.WAITING, 1, 14, 5),
                        new HeatMapController.Cell(ComplaintCategory.WAITING, 7, 23, 2));
    }
}
