package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is told apart in a comparison of peers. */
public enum Level {
    STORE,
    BRAND,
    REGION,
    /** 店别 */
    TIER;

    /** Which one of this level a store belongs to. */
    public String idOf(StorePublished store) {
        return switch (this) {
            case STORE -> store.storeId();
            case BRAND -> store.brandId();
            case REGION -> store.regionId();
            case TIER -> store.tier().name().toLowerCase(Locale.ROOT);
        };
    }

    /** Its name on screens. */
    public String nameOf(StorePublished store) {
        return switch (this) {
            case STORE -> store.name();
            case BRAND -> store.brandName();
            case REGION -> store.regionName();
            case TIER -> idOf(store);
        };
    }

    /** The stores of each, in order of ids. */
    public Map<String, List<StorePublished>> group(Collection<StorePublished> stores) {
        return stores.stream().collect(Collectors.groupingBy(this::idOf, TreeMap::new, Collectors.toList()));
    }

    /** The level that queries call so, for example {@code brand}. */
    public static Optional<Level> named(String name) {
        return Arrays.stream(values())
                .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
