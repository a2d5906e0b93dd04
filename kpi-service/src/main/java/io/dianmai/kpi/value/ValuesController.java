package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.catalogue.Catalogue;
import io.dianmai.kpi.catalogue.Kpi;
import io.dianmai.kpi.counter.Dimension;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/kpis/values}: what the KPIs stand at, over those stores of the scope that the viewer may see. */
@RestController
class ValuesController {
    private static final ProblemType UNKNOWN_SCOPE =
            ProblemType.of("unknown-scope", "There is no such scope", HttpStatus.BAD_REQUEST);
    private static final ProblemType UNKNOWN_PERIOD =
            ProblemType.of("unknown-period", "There is no such period", HttpStatus.BAD_REQUEST);
    private static final ProblemType UNKNOWN_KPI =
            ProblemType.of("unknown-kpi", "There is no such KPI", HttpStatus.BAD_REQUEST);
    private static final ProblemType UNKNOWN_DIMENSION =
            ProblemType.of("unknown-dimension", "There is no such dimension", HttpStatus.BAD_REQUEST);

    private final Catalogue catalogue;
    private final StoreReplica stores;
    private final KpiValues values;

    ValuesController(Catalogue catalogue, StoreReplica stores, KpiValues values) {
        this.catalogue = catalogue;
        this.stores = stores;
        this.values = values;
    }

    /**
     * The answer.
     *
     * @param stores how many stores it is the sum of
     * @param slices the values for each value of the dimension, when one was asked for
     */
    record Answer(
            String scope,
            String period,
            int stores,
            List<KpiValue> values,
            @Nullable String dimension,
            @Nullable Map<String, List<KpiValue>> slices) {}

    @GetMapping("/api/kpis/values")
    Answer values(
            Viewer viewer,
            @RequestParam String scope,
            @RequestParam String period,
            @RequestParam(name = "kpi", required = false) @Nullable List<String> codes,
            @RequestParam(name = "dimension", required = false) @Nullable String dimensionName) {
        Scope over = Scope.parse(scope)
                .orElseThrow(() ->
                        new ProblemException(UNKNOWN_SCOPE, "scope is group, region:<id>, brand:<id> or store:<id>."));
        ReportingPeriod span = ReportingPeriod.parse(period)
                .orElseThrow(() -> new ProblemException(
                        UNKNOWN_PERIOD,
                        "period is a day (2026-11-21), a month (2026-11) or a year (2026), from 2000 to 2100."));
        Collection<Kpi> kpis = kpis(codes);
        Dimension dimension = dimension(dimensionName);
        List<StorePublished> visible = stores.all().stream()
                .filter(over::contains)
                .filter(store -> viewer.maySee(store.storeId()))
                .toList();
        if (visible.isEmpty() && !(over instanceof Scope.Group)) {
            throw ProblemException.notFound();
        }
        return new Answer(
                scope,
                period,
                visible.size(),
                values.values(visible, span, kpis),
                dimensionName,
                dimension == null ? null : values.slices(visible, span, kpis, dimension));
    }

    private Collection<Kpi> kpis(@Nullable List<String> codes) {
        if (codes == null || codes.isEmpty()) {
            return catalogue.all().stream().filter(Kpi::available).toList();
        }
        return new LinkedHashSet<>(codes)
                .stream()
                        .map(code -> catalogue
                                .find(code)
                                .orElseThrow(() -> new ProblemException(
                                        UNKNOWN_KPI, "GET /api/kpis lists the codes that there are.")))
                        .toList();
    }

    private static @Nullable Dimension dimension(@Nullable String name) {
        return name == null
                ? null
                : Dimension.named(name)
                        .orElseThrow(() -> new ProblemException(
                                UNKNOWN_DIMENSION, "dimension is advisor, team, channel, activity or model."));
    }
}
