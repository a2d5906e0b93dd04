package io.dianmai.gateway.customer;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that is held about one customer.
 *
 * @param storeId absent for all stores of the group
 * @param services by name of the service what it holds, each with its kind, id, store and content
 */
record CustomerExport(Instant exportedAt, @Nullable String storeId, Map<String, JsonNode> services) {
    /** Keeps it out of logs. */
    @Override
    public String toString() {
        return "CustomerExport";
    }
}
