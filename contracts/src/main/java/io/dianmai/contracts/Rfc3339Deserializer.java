package io.dianmai.contracts;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads times with an offset, and nothing else: a bare number could be seconds or milliseconds. */
final class Rfc3339Deserializer extends StdDeserializer<Instant> {
    Rfc3339Deserializer() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, json);
        }
        try {
            return Rfc3339.parse(json.getString());
        } catch (DateTimeParseException malformed) {
            return (Instant) context.handleWeirdStringValue(Instant.class, json.getString(), "no RFC 3339 time");
        }
    }
}
