package io.dianmai.gateway.apidocs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Leaves out the schemas that no operation leads to. */
final class UsedSchemas {
    private static final String SCHEMAS = "#/components/schemas/";

    private UsedSchemas() {}

    static ObjectNode only(ObjectNode document) {
        JsonNode schemas = document.at("/components/schemas");
        Set<String> used = new HashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(document.path("paths"));
        open.add(document.at("/components/responses"));
        while (!open.isEmpty()) {
            JsonNode node = open.remove();
            node.forEach(open::add);
            String target = node.path("$ref").asString("");
            if (target.startsWith(SCHEMAS) && used.add(target.substring(SCHEMAS.length()))) {
                open.add(schemas.path(target.substring(SCHEMAS.length())));
            }
        }
        ((ObjectNode) schemas).retain(used);
        return document;
    }
}
