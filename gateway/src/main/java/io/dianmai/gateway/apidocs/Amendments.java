package io.dianmai.gateway.apidocs;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What single operations are and springdoc cannot see, as {@code openapi/platform.yaml} says it of {@code GET /api/…}. */
final class Amendments {
    private static final Map<Integer, String> DONE =
            Map.of(200, "Done", 201, "Made", 202, "Accepted", 204, "Done; there is nothing to say");
    private static final int NOTHING_TO_SAY = 204;

    private final JsonNode rules;

    Amendments(JsonNode rules) {
        this.rules = rules;
    }

    /** @param name method and address */
    void amend(String name, ObjectNode operation) {
        JsonNode summary = rules.path("summaries").path(name);
        if (!summary.isMissingNode() && !operation.has("summary")) {
            operation.set("summary", summary);
        }
        JsonNode body = rules.path("bodies").path(name);
        if (!body.isMissingNode()) {
            operation.set("requestBody", body.deepCopy());
        }
        if (operation.get("responses") instanceof ObjectNode responses) {
            contents(rules.path("contents").path(name), responses);
            statuses(rules.path("statuses").path(name), responses);
        }
    }

    private static void contents(JsonNode types, ObjectNode responses) {
        if (types.isEmpty() || !(responses.get("200") instanceof ObjectNode done)) {
            return;
        }
        JsonNode json = done.at("/content/application~1json/schema");
        ObjectNode content = done.putObject("content");
        types.forEach(type -> {
            ObjectNode schema = content.putObject(type.asString());
            if (json.isMissingNode() || !type.asString().endsWith("json")) {
                schema.putObject("schema").put("type", "string");
            } else {
                schema.set("schema", json);
            }
        });
    }

    private static void statuses(JsonNode statuses, ObjectNode responses) {
        if (statuses.isEmpty() || !(responses.remove("200") instanceof ObjectNode done)) {
            return;
        }
        statuses.forEach(status -> {
            ObjectNode answer = done.deepCopy().put("description", DONE.getOrDefault(status.asInt(), "Done"));
            if (status.asInt() == NOTHING_TO_SAY) {
                answer.remove("content");
            }
            responses.set(status.asString(), answer);
        });
    }
}
