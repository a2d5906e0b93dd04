package io.dianmai.kit.policy;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.security.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which scopes there are, and where stores lie, by the registry's last word. */
public final class PolicyPlaces {
    private final Supplier<List<StorePublished>> stores;

    PolicyPlaces(Supplier<List<StorePublished>> stores) {
        this.stores = stores;
    }

    /** Whether the registry knows such a brand or store. */
    public boolean exists(PolicyScope scope) {
        return switch (scope) {
            case PolicyScope.Group _, PolicyScope.OfTier _ -> true;
            case PolicyScope.Brand(String id) ->
                stores.get().stream().anyMatch(store -> store.brandId().equals(id));
            case PolicyScope.Store(String id) -> find(id).isPresent();
        };
    }

    /** Whether what holds there is any business of the viewer's. */
    public boolean isSeenBy(Viewer viewer, PolicyScope scope) {
        return switch (scope) {
            case PolicyScope.Group _, PolicyScope.OfTier _ -> true;
            case PolicyScope.Brand(String id) ->
                stores.get().stream().anyMatch(store -> store.brandId().equals(id) && viewer.maySee(store.storeId()));
            case PolicyScope.Store(String id) -> viewer.maySee(id);
        };
    }

    /** Where a store lies; empty while the registry has not been heard of it. */
    public Optional<Place> find(String storeId) {
        return stores.get().stream()
                .filter(store -> store.storeId().equals(storeId))
                .findFirst()
                .map(Place::of);
    }
}
