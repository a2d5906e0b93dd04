package io.dianmai.kpi.catalogue;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/kpis}: which KPIs there are. For everybody who is signed in. */
@RestController
class CatalogueController {
    private final List<Listed> listed;

    CatalogueController(Catalogue catalogue) {
        listed = catalogue.all().stream().map(Listed::of).toList();
    }

    /**
     * A KPI as it is listed.
     *
     * @param available whether it has values; if not, {@code missing} says which counters no event feeds yet
     */
    record Listed(
            String code,
            String nameZh,
            String nameEn,
            String area,
            String kind,
            String unit,
            String better,
            String period,
            Targets targets,
            boolean available,
            List<String> missing,
            @Nullable String note) {

        static Listed of(Kpi kpi) {
            return new Listed(
                    kpi.code(),
                    kpi.nameZh(),
                    kpi.nameEn(),
                    kpi.area(),
                    wireName(kpi.kind()),
                    wireName(kpi.unit()),
                    wireName(kpi.better()),
                    wireName(kpi.period()),
                    kpi.targets(),
                    kpi.available(),
                    kpi.missing(),
                    kpi.note());
        }

        private static String wireName(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @GetMapping("/api/kpis")
    List<Listed> list() {
        return listed;
    }
}
