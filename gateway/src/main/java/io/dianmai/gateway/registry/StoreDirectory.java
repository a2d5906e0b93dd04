package io.dianmai.gateway.registry;

import io.dianmai.contracts.org.StorePublished;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The stores of the group in memory: read from the registry at start, then kept up by its events, also those of other
 * instances of the gateway.
 */
@Component
public class StoreDirectory {
    private final Map<String, Entry> stores = new ConcurrentHashMap<>();

    private record Entry(long sequence, KnownStore store) {}

    /** Whether HQ has registered the store. */
    public boolean isKnown(String storeId) {
        return stores.containsKey(storeId);
    }

    /** The time zone of a registered store. */
    public Optional<ZoneId> zoneOf(String storeId) {
        return Optional.ofNullable(stores.get(storeId))
                .map(entry -> ZoneId.of(entry.store().zone()));
    }

    /** Ids of the stores of a region, in order. */
    public List<String> inRegion(String regionId) {
        return idsOf(store -> store.regionId().equals(regionId));
    }

    /** Ids of the stores of a brand, in order. */
    public List<String> ofBrand(String brandId) {
        return idsOf(store -> store.brandId().equals(brandId));
    }

    List<KnownStore> all() {
        return sorted().toList();
    }

    /** Takes in a snapshot unless a later one is known. */
    void learn(StorePublished store, long sequence) {
        var entry = new Entry(sequence, KnownStore.of(store));
        stores.merge(store.storeId(), entry, (known, told) -> told.sequence() > known.sequence() ? told : known);
    }

    private List<String> idsOf(Predicate<KnownStore> wanted) {
        return sorted().filter(wanted).map(KnownStore::storeId).toList();
    }

    private Stream<KnownStore> sorted() {
        return stores.values().stream().map(Entry::store).sorted(Comparator.comparing(KnownStore::storeId));
    }
}
