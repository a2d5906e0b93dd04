package io.dianmai.kpi.trend;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.catalogue.Kpi;
import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.Slice;
import io.dianmai.kpi.value.Freshness;
import io.dianmai.kpi.value.HeardStores;
import io.dianmai.kpi.value.KpiValues;
import io.dianmai.kpi.value.Outcome;
import io.dianmai.kpi.value.QueryTerms;
import io.dianmai.kpi.value.ReportingPeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/kpis/trend}: one KPI from period to period, over those stores of the scope that the viewer may see. */
@RestController
class TrendController {
    private static final ProblemType DIMENSION_WITHOUT_VALUE =
            ProblemType.of("dimension-without-value", "A dimension needs a value", HttpStatus.BAD_REQUEST);

    private final QueryTerms terms;
    private final KpiValues values;
    private final HeardStores heard;

    TrendController(QueryTerms terms, KpiValues values, HeardStores heard) {
        this.terms = terms;
        this.values = values;
        this.heard = heard;
    }

    /**
     * The answer.
     *
     * @param points in order of time; the first and the last one are whole periods, also where the range is not
     */
    record Trend(
            String kpi,
            String unit,
            String scope,
            String step,
            @Nullable String dimension,
            @Nullable String value,
            int stores,
            Freshness heardTo,
            List<Point> points) {}

    /** One period of it. */
    record Point(
            String period,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal value,

            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {}

    @GetMapping("/api/kpis/trend")
    Trend trend(
            Viewer viewer,
            @RequestParam("kpi") String code,
            @RequestParam String scope,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(name = "step", defaultValue = "day") String step,
            @RequestParam(name = "dimension", required = false) @Nullable String dimensionName,
            @RequestParam(name = "value", required = false) @Nullable String value) {
        Kpi kpi = terms.kpi(code);
        List<ReportingPeriod> periods = Series.read(from, to, step).periods();
        Slice slice = slice(terms.dimension(dimensionName, value), value);
        List<StorePublished> visible = terms.visible(viewer, terms.scope(scope));
        Freshness heardTo = heard.of(visible);
        return new Trend(
                code,
                kpi.unit().name().toLowerCase(Locale.ROOT),
                scope,
                step,
                dimensionName,
                value,
                visible.size(),
                heardTo,
                points(periods, values.series(visible, periods, kpi, slice)));
    }

    private static @Nullable Slice slice(@Nullable Dimension dimension, @Nullable String value) {
        if (dimension == null) {
            return null;
        }
        if (value == null) {
            throw QueryTerms.problem(DIMENSION_WITHOUT_VALUE, "value", "A trend is of one value of a dimension.");
        }
        return new Slice(dimension, value);
    }

    private static List<Point> points(List<ReportingPeriod> periods, List<Outcome> outcomes) {
        List<Point> points = new ArrayList<>(periods.size());
        for (int i = 0; i < periods.size(); i++) {
            Outcome outcome = outcomes.get(i);
            points.add(
                    new Point(periods.get(i).toString(), outcome.value(), outcome.numerator(), outcome.denominator()));
        }
        return points;
    }
}
