package io.dianmai.kpi.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 指标目录: every KPI, in the order of its file. */
public final class Catalogue {
    private final Map<String, Kpi> byCode;

    Catalogue(List<Kpi> kpis) {
        Map<String, Kpi> ordered = new LinkedHashMap<>();
        kpis.forEach(kpi -> ordered.put(kpi.code(), kpi));
        byCode = Collections.unmodifiableMap(ordered);
    }

    public Collection<Kpi> all() {
        return byCode.values();
    }

    public Optional<Kpi> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
