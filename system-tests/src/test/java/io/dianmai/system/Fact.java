package io.dianmai.system;

import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.fact.StoreFact;
import java.time.Instant;
import java.util.Map;

/**
 * A fact as a store system states it.
 *
 * @param id the store system's own
 * @param time when it happened
 */
record Fact(String id, String storeId, Instant time, StoreFact data) {
    static final String SOURCE = "/system-tests/dms";

    /** The CloudEvent in its structured form. */
    Map<String, Object> cloudEvent() {
        return Map.of(
                "specversion", "1.0",
                "id", id,
                "source", SOURCE,
                "type", EventTypes.nameOf(data.getClass()),
                "time", time.toString(),
                "storeid", storeId,
                "data", data);
    }
}
