package io.dianmai.gateway.registry;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;

/** A store without its staff and calendar: as lists show it. */
record KnownStore(
        String storeId,
        String name,
        String regionId,
        String regionName,
        String brandId,
        String brandName,
        Tier tier,
        String zone) {

    static KnownStore of(StorePublished store) {
        return new KnownStore(
                store.storeId(),
                store.name(),
                store.regionId(),
                store.regionName(),
                store.brandId(),
                store.brandName(),
                store.tier(),
                store.zone());
    }
}
