package io.dianmai.kpi.value;

import io.dianmai.contracts.EventJson;
import io.dianmai.kpi.counter.RowKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A row off {@code kpi-rows}, its amounts still the JSON text that they came as: it goes on into the store as it is.
 *
 * @param totals an object of amounts by counter
 * @param slices an array of objects with dimension, value and counters
 */
record RowText(RowKey key, long revision, Instant heardTo, String totals, String slices) {
    static final String NO_SLICES = "[]";

    /**
     * Reads what is needed, and cuts out the rest.
     *
     * @throws tools.jackson.core.JacksonException when it is no JSON
     * @throws IllegalArgumentException when it is no row
     */
    static RowText read(byte[] row) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser json = EventJson.MAPPER.createParser(row)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no row of counters");
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                texts.put(name, text(json, row));
            }
        }
        try {
            return new RowText(
                    new RowKey(required(texts.get("storeId")), required(texts.get("period"))),
                    Long.parseLong(required(texts.get("revision"))),
                    Instant.parse(required(texts.get("heardTo"))),
                    required(texts.get("totals")),
                    required(texts.get("slices")));
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("no row of counters", malformed);
        }
    }

    /** The value as it stands there. */
    private static String text(JsonParser json, byte[] row) {
        if (!json.currentToken().isStructStart()) {
            return json.getString();
        }
        int from = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        int to = (int) json.currentLocation().getByteOffset();
        return new String(row, from, to - from, StandardCharsets.UTF_8);
    }

    private static String required(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("no row of counters");
        }
        return text;
    }
}
