package io.dianmai.system;

import io.dianmai.contracts.EventJson;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** JSON of the wire, read as trees. */
final class Json {
    private Json() {}

    static JsonNode read(String text) {
        return EventJson.MAPPER.readTree(text);
    }

    static String write(Object value) {
        return EventJson.MAPPER.writeValueAsString(value);
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
