package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.counter.Dimension;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/kpis/values}: what the KPIs stand at, over those stores of the scope that the viewer may see. */
@RestController
class ValuesController {
    private final QueryTerms terms;
    private final KpiValues values;
    private final HeardStores heard;

    ValuesController(QueryTerms terms, KpiValues values, HeardStores heard) {
        this.terms = terms;
        this.values = values;
        this.heard = heard;
    }

    /**
     * The answer.
     *
     * @param stores how many stores it is the sum of
     * @param missingEvents how many events were missing among those that it is counted from; absent when none
     * @param heardTo up to when the stores have been heard
     * @param slices the values for each value of the dimension, when one was asked for
     */
    record Answer(
            String scope,
            String period,
            int stores,
            @Nullable Long missingEvents,
            Freshness heardTo,
            List<KpiValue> values,
            @Nullable String dimension,
            @Nullable Map<String, List<KpiValue>> slices) {}

    @GetMapping("/api/kpis/values")
    Answer values(
            Viewer viewer,
            @RequestParam String scope,
            @RequestParam String period,
            @RequestParam(name = "kpi", required = false) @Nullable List<String> codes,
            @RequestParam(name = "compare", required = false) @Nullable List<String> comparisons,
            @RequestParam(name = "dimension", required = false) @Nullable String dimensionName,
            @RequestParam(name = "value", required = false) @Nullable String value) {
        Scope over = terms.scope(scope);
        ReportingPeriod span = terms.period(period);
        var kpis = terms.kpis(codes);
        Dimension dimension = terms.dimension(dimensionName, value);
        var compare = QueryTerms.comparisons(comparisons);
        List<StorePublished> visible = terms.visible(viewer, over);
        Question question = new Question(over, visible, terms.everyone(), span, kpis, compare);
        Freshness heardTo = heard.of(visible);
        KpiValues.Answered answered = values.answer(question);
        return new Answer(
                scope,
                period,
                visible.size(),
                answered.missingEvents() == 0 ? null : answered.missingEvents(),
                heardTo,
                answered.values(),
                dimensionName,
                dimension == null ? null : values.slices(question, dimension, value));
    }
}
