package io.dianmai.kpi.target;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.org.StoreReplica;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The stores, one by one or, for plans of the whole group, from a copy of the registry that is read at once. */
@Component
public class PlanningStores {
    private static final int FEW = 20;
    /** As far behind as single stores may be. */
    private static final Duration FRESH_FOR = Duration.ofSeconds(30);

    private final StoreReplica replica;
    private final Clock clock;
    private volatile @Nullable Copy copy;

    private record Copy(Map<String, PlanningStore> stores, Instant readAt) {}

    PlanningStores(StoreReplica replica, Clock clock) {
        this.replica = replica;
        this.clock = clock;
    }

    /** A store that the registry has been heard of. */
    public Optional<PlanningStore> find(String storeId) {
        return replica.find(storeId).map(PlanningStore::of);
    }

    /** Those of these stores that are known, by id. */
    Map<String, PlanningStore> find(Collection<String> storeIds) {
        Map<String, PlanningStore> known = storeIds.size() > FEW ? copied() : Map.of();
        Map<String, PlanningStore> found = new HashMap<>();
        for (String storeId : storeIds) {
            PlanningStore store = known.get(storeId);
            Optional<PlanningStore> wanted = store == null ? find(storeId) : Optional.of(store);
            wanted.ifPresent(planning -> found.put(storeId, planning));
        }
        return found;
    }

    private Map<String, PlanningStore> copied() {
        Instant now = clock.instant();
        Copy last = copy;
        if (last == null || last.readAt().plus(FRESH_FOR).isBefore(now)) {
            last = new Copy(
                    replica.all().stream()
                            .collect(Collectors.toMap(StorePublished::storeId, PlanningStore::of)),
                    now);
            copy = last;
        }
        return last.stores();
    }
}
