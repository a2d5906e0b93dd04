package io.dianmai.contracts.schema;

import io.dianmai.contracts.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/** A JSON document that was reviewed and checked in, and that the tests hold against the code. */
final class ApprovedDocument {
    private ApprovedDocument() {}

    /** A fresh copy of the document at {@code path} in this module's resources. */
    static JsonNode read(String path) {
        try (InputStream json = ApprovedDocument.class.getResourceAsStream(path)) {
            if (json == null) {
                throw new IllegalStateException("no approved document " + path);
            }
            return EventJson.MAPPER.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
