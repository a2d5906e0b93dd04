package io.dianmai.kpi.target;

import io.dianmai.contracts.org.StorePublished;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stores, from a copy of the registry that is read at once: plans are mostly asked for of many stores. It is as far
 * behind as single stores may be; a store that is not in it yet is looked for again a second later.
 */
public class PlanningStores {
    private static final Duration FRESH_FOR = Duration.ofSeconds(30);
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(1);

    private final Supplier<List<StorePublished>> registry;
    private final Clock clock;
    private volatile Copy copy = new Copy(Map.of(), Instant.MIN);

    /** Kept as long as the registry says the same: its working days are counted once. */
    private record Known(StorePublished published, PlanningStore planning) {}

    private record Copy(Map<String, Known> stores, Instant readAt) {
        boolean isOlderThan(Duration age, Instant now) {
            return readAt.isBefore(now.minus(age));
        }
    }

    PlanningStores(Supplier<List<StorePublished>> registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** A store that the registry has been heard of. */
    public Optional<PlanningStore> find(String storeId) {
        Known known = notOlderThan(FRESH_FOR).get(storeId);
        return Optional.ofNullable(known == null ? notOlderThan(UNKNOWN_FOR).get(storeId) : known)
                .map(Known::planning);
    }

    /** Those of these stores that are known, by id. */
    Map<String, PlanningStore> find(Collection<String> storeIds) {
        Map<String, PlanningStore> found = new HashMap<>();
        storeIds.forEach(id -> find(id).ifPresent(store -> found.put(id, store)));
        return found;
    }

    private Map<String, Known> notOlderThan(Duration age) {
        Instant now = clock.instant();
        Copy last = copy;
        if (last.isOlderThan(age, now)) {
            Map<String, Known> before = last.stores();
            last = new Copy(
                    registry.get().stream()
                            .map(store -> known(store, before.get(store.storeId())))
                            .collect(Collectors.toMap(known -> known.published().storeId(), Function.identity())),
                    now);
            copy = last;
        }
        return last.stores();
    }

    private static Known known(StorePublished store, @Nullable Known before) {
        return before != null && before.published().equals(store) ? before : new Known(store, PlanningStore.of(store));
    }
}
