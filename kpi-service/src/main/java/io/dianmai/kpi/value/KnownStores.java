package io.dianmai.kpi.value;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.org.StoreReplica;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** All stores of the group, at most a second behind the registry's last word. */
@Component
class KnownStores {
    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private final StoreReplica replica;
    private final Clock clock;
    private volatile Read last = new Read(List.of(), Instant.MIN);

    KnownStores(StoreReplica replica, Clock clock) {
        this.replica = replica;
        this.clock = clock;
    }

    private record Read(List<StorePublished> stores, Instant at) {}

    List<StorePublished> all() {
        Instant now = clock.instant();
        Read read = last;
        if (read.at().isBefore(now.minus(FRESH_FOR))) {
            read = new Read(List.copyOf(replica.all()), now);
            last = read;
        }
        return read.stores();
    }
}
