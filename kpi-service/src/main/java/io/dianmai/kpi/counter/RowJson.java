package io.dianmai.kpi.counter;

import io.dianmai.contracts.EventJson;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.ByteArrayBuilder;

/**
 * Writes a row as the JSON of a {@link RowSnapshot}, straight from the counters: in a replay rows leave by the thousand,
 * with a hundred dimension values each.
 */
final class RowJson {
    private RowJson() {}

    static byte[] write(RowKey key, Row row) {
        try (var bytes = new ByteArrayBuilder();
                JsonGenerator json = EventJson.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringProperty("storeId", key.storeId());
            json.writeStringProperty("period", key.period());
            json.writeNumberProperty("revision", row.revision());
            json.writeStringProperty(
                    "heardTo", Instant.ofEpochMilli(row.heardToMillis()).toString());
            counters(json, "totals", row.totals());
            json.writeArrayPropertyStart("slices");
            row.slices().forEach((slice, counts) -> slice(json, slice, counts));
            json.writeEndArray();
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        }
    }

    private static void slice(JsonGenerator json, Slice slice, Counts counts) {
        json.writeStartObject();
        json.writeStringProperty("dimension", slice.dimension().wireName());
        json.writeStringProperty("value", slice.value());
        counters(json, "counters", counts);
        json.writeEndObject();
    }

    private static void counters(JsonGenerator json, String name, Counts counts) {
        json.writeObjectPropertyStart(name);
        counts.forEach(
                (code, amount) -> json.writeNumberProperty(Counter.coded(code).catalogueName(), amount));
        json.writeEndObject();
    }
}
