package io.dianmai.lead.roster;

import io.dianmai.kit.org.StoreReplica;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Finds the roster of a store at a time, from what the registry has told. */
@Component
public class Rosters {
    private final StoreReplica stores;

    Rosters(StoreReplica stores) {
        this.stores = stores;
    }

    /** The store's staff on the day that {@code time} is in the store's zone. */
    public Roster at(String storeId, Instant time) {
        LocalDate day = time.atZone(stores.zone(storeId)).toLocalDate();
        return stores.find(storeId).map(store -> Roster.of(store, day)).orElseGet(() -> Roster.unknown(day));
    }
}
