package io.dianmai.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The platform's OpenAPI document as tests read it. */
final class ApiDocument {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();

    ApiDocument(JsonNode root) {
        this.root = root;
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .map(entry ->
                                new Operation(entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), entry.getValue()))
                        .forEach(operations::add));
    }

    /** One method of one address. */
    record Operation(String method, String path, JsonNode said) {
        String name() {
            return method + " " + path;
        }

        List<JsonNode> parameters(String in) {
            return Json.list(said.path("parameters")).stream()
                    .filter(parameter -> parameter.path("in").asString().equals(in))
                    .toList();
        }

        /** The schema of a JSON body; missing when there is none. */
        JsonNode body() {
            return said.at("/requestBody/content/application~1json/schema");
        }
    }

    JsonNode root() {
        return root;
    }

    List<Operation> operations() {
        return operations;
    }

    /** The thing itself where a reference stands for it. */
    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : resolved(root.at(reference.substring(1)));
    }
}
