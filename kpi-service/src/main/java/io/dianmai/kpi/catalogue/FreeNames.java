package io.dianmai.kpi.catalogue;

import java.util.Set;

/** Keeps KPIs apart: which codes and names a new one may have. */
final class FreeNames {
    /** More than anybody reads; the list is read anew every second. */
    private static final int MOST = 500;
    /** Other addresses below {@code /api/kpis/}. */
    private static final Set<String> ADDRESSES = Set.of(
            "audits",
            "complaints",
            "counters",
            "explain",
            "funnel",
            "openapi",
            "ranking",
            "targets",
            "trend",
            "values");

    private final Catalogue catalogue;
    private final CustomKpis custom;

    FreeNames(Catalogue catalogue, CustomKpis custom) {
        this.catalogue = catalogue;
        this.custom = custom;
    }

    void requireFree(Kpi kpi) {
        if (catalogue.ships(kpi.code()) || ADDRESSES.contains(kpi.code())) {
            throw KpiProblems.codeTaken();
        }
        requireNameFree(kpi);
        if (custom.current().size() >= MOST) {
            throw KpiProblems.tooMany(MOST);
        }
    }

    void requireNameFree(Kpi kpi) {
        catalogue.all().stream()
                .filter(other ->
                        !other.code().equals(kpi.code()) && other.nameZh().equals(kpi.nameZh()))
                .findFirst()
                .ifPresent(other -> {
                    throw KpiProblems.nameTaken(other.code());
                });
    }
}
