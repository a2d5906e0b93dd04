package io.dianmai.contracts.schema;

import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventTypes;
import tools.jackson.databind.JsonNode;

/** One approved sample of every event: a structured CloudEvent. A fact is shown as a store system posts it. */
public final class EventSamples {
    private EventSamples() {}

    /**
     * The sample of this event. Each call reads it anew.
     *
     * @throws IllegalArgumentException when {@code type} is no event record
     */
    public static JsonNode of(Class<? extends EventData> type) {
        return ApprovedDocument.read("/samples/" + EventTypes.nameOf(type) + ".json");
    }
}
