package io.dianmai.gateway.apidocs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What all operations have in common, said once: ids, tags, who may ask, and which problems may be the answer. */
final class OperationRules {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Set<String> READING = Set.of("get", "head", "options");

    private final JsonNode tags;
    private final JsonNode security;
    private final JsonNode throttled;
    private final Amendments amendments;

    /** @param rules the part {@code x-rules} of what is written by hand */
    OperationRules(ObjectNode rules) {
        tags = rules.path("tags");
        security = rules.path("security");
        throttled = rules.path("throttled");
        amendments = new Amendments(rules);
    }

    void apply(String path, JsonNode item) {
        item.properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> complete(path, entry.getKey(), (ObjectNode) entry.getValue()));
    }

    private void complete(String path, String method, ObjectNode operation) {
        operation.put("operationId", id(path, method));
        operation.set("tags", operation.arrayNode().add(prefixed(tags, path).asString("Other")));
        JsonNode who = prefixed(security, path);
        if (!who.isMissingNode()) {
            operation.set("security", who.deepCopy());
        }
        amendments.amend(method.toUpperCase(Locale.ROOT) + " " + path, operation);
        problems(path, method, operation, !who.isArray() || !who.isEmpty());
    }

    /** Such as {@code postLeadsByIdOrders}: from the address alone, so that it is unique and stays. */
    static String id(String path, String method) {
        return method
                + Arrays.stream(path.replaceFirst("^/api", "").split("[/.-]"))
                        .map(part ->
                                part.startsWith("{") ? "By" + SchemaNames.capital(part.replaceAll("[{}]", "")) : part)
                        .map(part -> SchemaNames.capital(part.replaceAll("\\W", "")))
                        .collect(Collectors.joining());
    }

    /** What is said of the longest prefix of an address. */
    private static JsonNode prefixed(JsonNode byPrefix, String path) {
        return byPrefix.propertyNames().stream()
                .filter(prefix -> path.equals(prefix) || path.startsWith(prefix + "/") || path.startsWith(prefix + "."))
                .max(Comparator.comparingInt(String::length))
                .map(byPrefix::path)
                .orElseGet(() -> byPrefix.path(""));
    }

    private void problems(String path, String method, ObjectNode operation, boolean needsToken) {
        var responses = (ObjectNode) operation.path("responses");
        boolean body = operation.has("requestBody");
        boolean stale = operation.path("parameters").toString().contains("\"If-Match\"");
        add(
                responses,
                "400",
                "BadRequest",
                body || !operation.path("parameters").isEmpty());
        add(responses, "401", "Unauthenticated", needsToken);
        add(responses, "403", "Forbidden", needsToken);
        add(responses, "404", "NotFound", true);
        add(responses, "406", "NotAcceptable", true);
        add(responses, "409", "Conflict", !READING.contains(method));
        add(responses, "412", "Stale", stale);
        add(responses, "413", "TooLarge", body);
        add(responses, "415", "UnsupportedMediaType", body);
        add(responses, "422", "Refused", !READING.contains(method));
        add(responses, "429", "TooMany", !prefixed(throttled, path).isMissingNode());
        add(responses, "503", "Unavailable", true);
        add(responses, "default", "Problem", true);
    }

    private static void add(ObjectNode responses, String status, String problem, boolean applies) {
        if (applies && !responses.has(status)) {
            responses.putObject(status).put("$ref", "#/components/responses/" + problem);
        }
    }
}
