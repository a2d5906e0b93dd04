package io.dianmai.kpi.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 计数器清单: every name that a formula may use, in the order of its file. */
public final class CounterList {
    private final Map<String, CounterEntry> byName;

    CounterList(List<CounterEntry> entries) {
        Map<String, CounterEntry> ordered = new LinkedHashMap<>();
        entries.forEach(entry -> ordered.put(entry.name(), entry));
        byName = Collections.unmodifiableMap(ordered);
    }

    public Collection<CounterEntry> all() {
        return byName.values();
    }

    /** What a name in a formula means; {@code target.orders} is what stores plan for {@code orders}. */
    public Optional<CounterEntry> find(String name) {
        if (!name.startsWith(CounterEntry.TARGET_PREFIX)) {
            return Optional.ofNullable(byName.get(name));
        }
        return Optional.ofNullable(byName.get(name.substring(CounterEntry.TARGET_PREFIX.length())))
                .filter(entry -> entry.kind() != FigureKind.REGISTRY)
                .map(CounterEntry::target);
    }
}
