package io.dianmai.system;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies as the API's document asks for them: what is required and nothing more. */
final class SampleBodies {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;

    private final ApiDocument api;
    private final Map<String, String> known;

    /** @param known JSON by the name of the property it suits; whatever the schema says of it */
    SampleBodies(ApiDocument api, Map<String, String> known) {
        this.api = api;
        this.known = known;
    }

    JsonNode of(JsonNode schema) {
        return value("", schema, 0);
    }

    private JsonNode value(String name, JsonNode said, int depth) {
        JsonNode schema = api.resolved(said);
        if (known.containsKey(name)) {
            return Json.read(known.get(name));
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        return switch (type(schema)) {
            case "integer", "number" ->
                JSON.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            case "boolean" -> JSON.booleanNode(false);
            case "array" -> array(name, schema, depth);
            case "string" -> JSON.stringNode(text(schema));
            default -> object(schema, depth);
        };
    }

    private JsonNode array(String name, JsonNode schema, int depth) {
        var array = JSON.arrayNode();
        if (schema.path("minItems").asInt(0) > 0 && depth < DEEPEST) {
            array.add(value(name + "[]", schema.path("items"), depth + 1));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        if (depth < DEEPEST) {
            schema.path("required")
                    .forEach(name -> object.set(
                            name.asString(),
                            value(name.asString(), schema.path("properties").path(name.asString()), depth + 1)));
        }
        return object;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asString() : type.asString("object");
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date-time" -> "2026-01-31T09:30:00Z";
            case "date" -> "2026-01-31";
            case "uri" -> "https://example.com/";
            default -> "x".repeat(Math.max(3, schema.path("minLength").asInt(0)));
        };
    }
}
