package io.dianmai.kpi.catalogue;

import io.dianmai.kit.problem.ProblemException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/kpis}: which KPIs there are and where their numbers come from. For everybody who is signed in. */
@RestController
class CatalogueController {
    private final Catalogue catalogue;
    private final CounterList counters;

    CatalogueController(Catalogue catalogue, CounterList counters) {
        this.catalogue = catalogue;
        this.counters = counters;
    }

    @GetMapping("/api/kpis")
    List<KpiView> list() {
        return catalogue.all().stream()
                .map(kpi -> KpiView.listed(kpi, counters))
                .toList();
    }

    @GetMapping("/api/kpis/counters")
    List<FigureView> counters() {
        return counters.all().stream().map(FigureView::of).toList();
    }

    @GetMapping("/api/kpis/{code}")
    ResponseEntity<KpiView> one(@PathVariable String code) {
        Kpi kpi = catalogue.find(code).orElseThrow(ProblemException::notFound);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (kpi.custom() != null) {
            answer.eTag(CustomKpiController.eTag(kpi.custom().version()));
        }
        return answer.body(KpiView.explained(kpi, counters));
    }
}
