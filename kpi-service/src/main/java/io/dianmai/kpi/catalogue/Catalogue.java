package io.dianmai.kpi.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** 指标目录: every KPI, those of the file in its order, then those that people have made. */
public final class Catalogue {
    private final Map<String, Kpi> shipped;
    private final Supplier<Map<String, Kpi>> custom;

    /** @param custom what people have made, by code, as of now */
    Catalogue(List<Kpi> shipped, Supplier<Map<String, Kpi>> custom) {
        Map<String, Kpi> ordered = new LinkedHashMap<>();
        shipped.forEach(kpi -> ordered.put(kpi.code(), kpi));
        this.shipped = Collections.unmodifiableMap(ordered);
        this.custom = custom;
    }

    public Collection<Kpi> all() {
        List<Kpi> all = new ArrayList<>(shipped.values());
        custom.get().values().stream()
                .filter(kpi -> !shipped.containsKey(kpi.code()))
                .forEach(all::add);
        return Collections.unmodifiableList(all);
    }

    /** The KPI of this code. One of the file hides a custom one that had its code before. */
    public Optional<Kpi> find(String code) {
        Kpi fromFile = shipped.get(code);
        return fromFile == null ? Optional.ofNullable(custom.get().get(code)) : Optional.of(fromFile);
    }

    boolean ships(String code) {
        return shipped.containsKey(code);
    }
}
