package io.dianmai.contracts.schema;

import tools.jackson.databind.JsonNode;

/** The AsyncAPI 3 description of the platform's topics, as approved. */
public final class AsyncApi {
    private AsyncApi() {}

    /** The whole document. Each call reads it anew. */
    public static JsonNode document() {
        return ApprovedDocument.read("/asyncapi.json");
    }
}
