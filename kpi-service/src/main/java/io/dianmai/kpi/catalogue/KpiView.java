package io.dianmai.kpi.catalogue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A KPI as it is listed.
 *
 * @param available whether it has values; if not, {@code missing} says which counters no event feeds yet
 * @param waitsFor the event type that each missing counter waits for
 * @param figures what the names in its formulas mean and where they come from; in the answer about one KPI
 */
record KpiView(
        String code,
        String nameZh,
        String nameEn,
        String area,
        String kind,
        String numerator,
        @Nullable String denominator,
        String unit,
        String better,
        String period,
        Targets targets,
        boolean available,
        List<String> missing,
        Map<String, String> waitsFor,
        @Nullable String note,
        boolean custom,
        @Nullable String createdBy,
        @Nullable Instant createdAt,
        @Nullable List<FigureView> figures) {

    static KpiView listed(Kpi kpi, CounterList counters) {
        return of(kpi, counters, null);
    }

    static KpiView explained(Kpi kpi, CounterList counters) {
        List<FigureView> figures = kpi.names().stream()
                .flatMap(name -> counters.find(name).stream())
                .map(FigureView::of)
                .toList();
        return of(kpi, counters, figures);
    }

    private static KpiView of(Kpi kpi, CounterList counters, @Nullable List<FigureView> figures) {
        Kpi.Custom custom = kpi.custom();
        return new KpiView(
                kpi.code(),
                kpi.nameZh(),
                kpi.nameEn(),
                kpi.area(),
                WireNames.of(kpi.kind()),
                kpi.numerator().text(),
                kpi.denominator() == null ? null : kpi.denominator().text(),
                WireNames.of(kpi.unit()),
                WireNames.of(kpi.better()),
                WireNames.of(kpi.period()),
                kpi.targets(),
                kpi.available(),
                kpi.missing(),
                waitsFor(kpi, counters),
                kpi.note(),
                custom != null,
                custom == null ? null : custom.createdBy(),
                custom == null ? null : custom.createdAt(),
                figures);
    }

    private static Map<String, String> waitsFor(Kpi kpi, CounterList counters) {
        Map<String, String> events = new LinkedHashMap<>();
        for (String name : kpi.missing()) {
            counters.find(name).map(CounterEntry::waitsFor).ifPresent(event -> events.put(name, event));
        }
        return events;
    }
}
