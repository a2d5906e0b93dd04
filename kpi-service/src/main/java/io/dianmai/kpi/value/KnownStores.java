package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.time.Recent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** All stores of the group, at most a second behind the registry's last word. */
@Component
class KnownStores {
    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private final Recent<List<StorePublished>> stores;

    KnownStores(StoreReplica replica, Clock clock) {
        stores = new Recent<>(() -> List.copyOf(replica.all()), FRESH_FOR, clock);
    }

    List<StorePublished> all() {
        return stores.get();
    }
}
