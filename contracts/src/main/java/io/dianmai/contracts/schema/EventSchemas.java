package io.dianmai.contracts.schema;

import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventTypes;
import tools.jackson.databind.JsonNode;

/**
 * JSON Schemas (draft 2020-12) of event data, as approved. Whoever validates with them must have formats asserted, or
 * a malformed time passes. Facts allow no unknown fields, since a misspelt one must be told to whoever misspelt it;
 * events of the platform allow them, since a newer version may add some. Personal strings carry {@code x-personal}.
 */
public final class EventSchemas {
    private EventSchemas() {}

    /**
     * The schema of this event's data, with {@code $id} {@code urn:dianmai:schema:<type>}. Each call reads it anew.
     *
     * @throws IllegalArgumentException when {@code type} is no event record
     */
    public static JsonNode of(Class<? extends EventData> type) {
        return ApprovedDocument.read("/schemas/" + EventTypes.nameOf(type) + ".json");
    }
}
