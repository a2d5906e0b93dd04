package io.dianmai.kpi.journal;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.org.StoreReplica;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The zones of all stores, and nothing else of them: a store counts whatever else is said of it, for example one that
 * never opens and so has no calendar. Read anew every half minute, and at most every second for one that is not there.
 */
@Component
public class StoreZones {
    private static final Duration FRESH_FOR = Duration.ofSeconds(30);
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(1);

    private final StoreReplica stores;
    private final Clock clock;
    private volatile Known known = new Known(Map.of(), Instant.EPOCH);

    StoreZones(StoreReplica stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    private record Known(Map<String, ZoneId> zones, Instant readAt) {}

    /** Empty while the registry has not named the store. */
    public Optional<ZoneId> find(String storeId) {
        Known current = known;
        Duration goodFor = current.zones().containsKey(storeId) ? FRESH_FOR : UNKNOWN_FOR;
        Instant now = clock.instant();
        if (Duration.between(current.readAt(), now).compareTo(goodFor) >= 0) {
            current = new Known(read(), now);
            known = current;
        }
        return Optional.ofNullable(current.zones().get(storeId));
    }

    private Map<String, ZoneId> read() {
        return stores.all().stream()
                .collect(Collectors.toUnmodifiableMap(StorePublished::storeId, store -> ZoneId.of(store.zone())));
    }
}
