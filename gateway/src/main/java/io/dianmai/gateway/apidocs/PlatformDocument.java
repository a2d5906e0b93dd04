package io.dianmai.gateway.apidocs;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes one document of those of the services. What no code says is written by hand in {@code openapi/platform.yaml}: what
 * the platform is, its tags, how callers show who they are, the problems, and the issuer's own addresses.
 */
final class PlatformDocument {
    private static final String REF = "$ref";
    private static final String SCHEMAS = "#/components/schemas/";

    /** What is not below it is for browsers, or for nobody outside. */
    private static final String API = "/api/";

    private final JsonNode written;

    PlatformDocument(JsonNode written) {
        this.written = written;
    }

    /** @param documents as springdoc makes them, with whole class names for schemas, by the name of the service */
    ObjectNode of(Map<String, JsonNode> documents) {
        var platform = (ObjectNode) written.deepCopy();
        var rules = new OperationRules((ObjectNode) platform.remove("x-rules"));
        var names = new SchemaNames(documents);
        Map<String, JsonNode> paths = new TreeMap<>(byName(platform.path("paths")));
        Map<String, JsonNode> schemas = new TreeMap<>(byName(platform.at("/components/schemas")));
        documents.forEach((service, document) -> {
            JsonNode own = document.deepCopy();
            rename(own, service, names);
            own.path("paths").properties().stream()
                    .filter(path -> path.getKey().startsWith(API))
                    .forEach(path -> paths.put(path.getKey(), path.getValue()));
            own.at("/components/schemas")
                    .properties()
                    .forEach(schema -> schemas.putIfAbsent(names.of(service, schema.getKey()), schema.getValue()));
        });
        paths.forEach(rules::apply);
        platform.at("/components/responses").forEach(PlatformDocument::tellsProblem);
        platform.set("paths", object(platform, paths));
        ((ObjectNode) platform.path("components")).set("schemas", object(platform, schemas));
        return UsedSchemas.only(platform);
    }

    private static void tellsProblem(JsonNode response) {
        if (response instanceof ObjectNode object && !object.has("content")) {
            object.putObject("content")
                    .putObject("application/problem+json")
                    .putObject("schema")
                    .put(REF, SCHEMAS + "Problem");
        }
    }

    private static void rename(JsonNode node, String service, SchemaNames names) {
        if (node instanceof ObjectNode object && object.path(REF).isString()) {
            String target = object.path(REF).asString();
            if (target.startsWith(SCHEMAS)) {
                object.put(REF, SCHEMAS + names.of(service, target.substring(SCHEMAS.length())));
            }
        }
        node.forEach(child -> rename(child, service, names));
    }

    private static Map<String, JsonNode> byName(JsonNode object) {
        Map<String, JsonNode> fields = new TreeMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private static ObjectNode object(ObjectNode factory, Map<String, JsonNode> fields) {
        ObjectNode object = factory.objectNode();
        fields.forEach(object::set);
        return object;
    }
}
