package io.dianmai.gateway.registry;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.org.StorePublished;

/**
 * State of a store in the registry.
 *
 * @param snapshot the last one published, as JSON text: it is replaced as a whole and never queried into
 */
record RegisteredStore(String snapshot) {
    static RegisteredStore of(StorePublished store) {
        return new RegisteredStore(EventJson.MAPPER.writeValueAsString(store));
    }

    StorePublished store() {
        return EventJson.MAPPER.readValue(snapshot, StorePublished.class);
    }
}
