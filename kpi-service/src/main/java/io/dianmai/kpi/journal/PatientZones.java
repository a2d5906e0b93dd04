package io.dianmai.kpi.journal;

import io.dianmai.kit.org.StoreReplica;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Zones of stores. For a store that the registry has not named yet it waits as long as the engine does by default, and
 * then takes the default zone, as the engine does: one unknown store must not hold up the others for ever.
 */
final class PatientZones {
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Function<String, Optional<ZoneId>> known;
    private final Clock clock;
    private final Map<String, Instant> waitingSince = new ConcurrentHashMap<>();

    /** @param known what the registry has told so far */
    PatientZones(Function<String, Optional<ZoneId>> known, Clock clock) {
        this.known = known;
        this.clock = clock;
    }

    /** The records that need the store are to be tried again. */
    static final class StoreNotYetKnown extends RetriableException {
        private static final long serialVersionUID = 1L;

        StoreNotYetKnown(String storeId) {
            super("the registry has not named store " + storeId + " yet");
        }
    }

    /** @throws StoreNotYetKnown while it waits */
    ZoneId of(String storeId) {
        Optional<ZoneId> zone = known.apply(storeId);
        if (zone.isPresent()) {
            waitingSince.remove(storeId);
            return zone.get();
        }
        Instant now = clock.instant();
        Instant since = waitingSince.computeIfAbsent(storeId, _ -> now);
        if (now.isBefore(since.plus(PATIENCE))) {
            throw new StoreNotYetKnown(storeId);
        }
        return StoreReplica.DEFAULT_ZONE;
    }
}
