package io.dianmai.kpi.funnel;

import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.counter.Counter;
import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.Slice;
import io.dianmai.kpi.value.ValueDesk;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/kpis/funnel}: what became of the leads that were registered in a period. */
@RestController
class FunnelController {

    private final ValueDesk values;

    FunnelController(ValueDesk values) {
        this.values = values;
    }

    /**
     * The funnel.
     *
     * @param dimension only leads of one value of it, if it was asked for
     */
    record Answer(
            String scope,
            String period,
            int stores,
            @Nullable String dimension,
            @Nullable String value,
            List<Funnel.Step> stages) {}

    @GetMapping("/api/kpis/funnel")
    Answer funnel(
            Viewer viewer,
            @RequestParam String scope,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable String dimension,
            @RequestParam(required = false) @Nullable String value) {
        ValueDesk.Asked asked = values.asked(viewer, scope, period);
        Slice slice = values.slice(dimension, value);
        // Rows know each dimension by itself: how fast the leads of one advisor were is not in them.
        Map<String, Map<Counter, Long>> times = slice == null ? values.movedBy(asked, Dimension.STAGE_TIME) : Map.of();
        return new Answer(
                scope,
                period,
                asked.storeIds().size(),
                dimension,
                value,
                Funnel.steps(values.moved(asked, slice), times));
    }
}
