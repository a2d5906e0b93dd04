package io.dianmai.kpi.complaint;

import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.counter.ComplaintSlot;
import io.dianmai.kpi.counter.Counter;
import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.value.ValueDesk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/kpis/complaints/heat-map}: of what customers complain, on which weekday, at which hour. */
@RestController
class HeatMapController {
    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::category).thenComparingInt(Cell::weekday).thenComparingInt(Cell::hour);

    private final ValueDesk values;

    HeatMapController(ValueDesk values) {
        this.values = values;
    }

    /**
     * The map.
     *
     * @param total complaints opened in the period
     * @param categories the same by category, those without any included
     * @param cells where there were any
     */
    record HeatMap(
            String scope,
            String period,
            int stores,
            long total,
            Map<ComplaintCategory, Long> categories,
            List<Cell> cells) {}

    /**
     * An hour of a weekday.
     *
     * @param weekday 1 for Monday to 7 for Sunday
     * @param hour 0 to 23, in the zone of the store
     */
    record Cell(ComplaintCategory category, int weekday, int hour, long complaints) {}

    @GetMapping("/api/kpis/complaints/heat-map")
    HeatMap heatMap(Viewer viewer, @RequestParam String scope, @RequestParam String period) {
        ValueDesk.Asked asked = values.asked(viewer, scope, period);
        List<Cell> cells = cells(values.movedBy(asked, Dimension.COMPLAINT_SLOT));
        Map<ComplaintCategory, Long> categories = new EnumMap<>(ComplaintCategory.class);
        for (ComplaintCategory category : ComplaintCategory.values()) {
            categories.put(category, 0L);
        }
        cells.forEach(cell -> categories.merge(cell.category(), cell.complaints(), Long::sum));
        long total = cells.stream().mapToLong(Cell::complaints).sum();
        return new HeatMap(scope, period, asked.storeIds().size(), total, categories, cells);
    }

    static List<Cell> cells(Map<String, Map<Counter, Long>> slots) {
        List<Cell> cells = new ArrayList<>();
        slots.forEach((value, counters) -> {
            long complaints = counters.getOrDefault(Counter.COMPLAINTS_OPENED, 0L);
            if (complaints != 0) {
                ComplaintSlot slot = ComplaintSlot.parse(value);
                cells.add(new Cell(slot.category(), slot.weekday().getValue(), slot.hour(), complaints));
            }
        });
        cells.sort(ORDER);
        return cells;
    }
}
