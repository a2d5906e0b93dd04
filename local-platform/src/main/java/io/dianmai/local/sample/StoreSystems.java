package io.dianmai.local.sample;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.dianmai.local.SignIns;
import io.dianmai.local.process.LaunchFailure;
import java.util.Map;

/** The software of all stores that have sign-ins. */
final class StoreSystems {
    private final Map<String, StoreSystem> byStore;

    StoreSystems(GatewayClient gateway, SignIns signIns) {
        this.byStore = signIns.allClients().stream()
                .collect(toUnmodifiableMap(
                        SignIns.Client::storeId, client -> new StoreSystem(gateway, client), (first, _) -> first));
    }

    StoreSystem of(String storeId) {
        StoreSystem system = byStore.get(storeId);
        if (system == null) {
            throw new LaunchFailure(
                    "there is no sign-in of the store " + storeId, "Run ./dianmai up --fresh to begin again.");
        }
        return system;
    }
}
