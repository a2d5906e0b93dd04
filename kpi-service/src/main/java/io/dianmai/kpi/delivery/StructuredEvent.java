package io.dianmai.kpi.delivery;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.reminder.ReminderEvent;
import java.net.URI;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as CloudEvents' structured mode has it: one JSON object with its attributes and data. The same event gives the
 * same text each time.
 */
public final class StructuredEvent {
    public static final String CONTENT_TYPE = "application/cloudevents+json; charset=utf-8";

    private StructuredEvent() {}

    /** Writes an event. */
    public static String write(Envelope<? extends ReminderEvent> event) {
        ObjectNode json = EventJson.MAPPER
                .createObjectNode()
                .put("specversion", "1.0")
                .put("id", event.id())
                .put("source", event.source().toString())
                .put("type", event.type())
                .put("subject", event.aggregateId())
                .put("time", event.time().toString())
                .put("datacontenttype", EventCodec.CONTENT_TYPE)
                .put("storeid", event.storeId())
                .put("partitionkey", event.storeId())
                .put("sequence", Long.toString(event.sequence()))
                .put("recordedtime", event.recordedTime().toString());
        if (event.traceParent() != null) {
            json.put("traceparent", event.traceParent());
        }
        json.set("data", EventJson.MAPPER.valueToTree(event.data()));
        return EventJson.MAPPER.writeValueAsString(json);
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws IllegalArgumentException when a newer version wrote it
     */
    public static Envelope<? extends ReminderEvent> read(String text) {
        JsonNode json = EventJson.MAPPER.readTree(text);
        String type = json.path("type").asString();
        Class<? extends EventData> data = EventTypes.byName(type)
                .filter(ReminderEvent.class::isAssignableFrom)
                .orElseThrow(() -> new IllegalArgumentException(type + " is no reminder that this version knows"));
        return new Envelope<>(
                json.path("id").asString(),
                URI.create(json.path("source").asString()),
                json.path("subject").asString(),
                Instant.parse(json.path("time").asString()),
                json.path("storeid").asString(),
                Long.parseLong(json.path("sequence").asString()),
                Instant.parse(json.path("recordedtime").asString()),
                json.has("traceparent") ? json.path("traceparent").asString() : null,
                EventJson.MAPPER.treeToValue(json.path("data"), data.asSubclass(ReminderEvent.class)));
    }
}
