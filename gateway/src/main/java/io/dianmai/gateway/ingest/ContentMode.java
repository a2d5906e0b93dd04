package io.dianmai.gateway.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** How a request carries CloudEvents: the three modes of the CloudEvents HTTP binding. */
enum ContentMode {
    /** One event, attributes and data in one JSON object. */
    STRUCTURED,
    /** One event, attributes in {@code ce-} headers, data as the body. */
    BINARY,
    /** A JSON array of structured events. */
    BATCH;

    static final String STRUCTURED_TYPE = "application/cloudevents+json";
    static final String BATCH_TYPE = "application/cloudevents-batch+json";
    private static final String HINT = "Send one event as " + STRUCTURED_TYPE + ", many as " + BATCH_TYPE
            + ", or the event's data as application/json with its attributes in ce- headers.";

    /** Reads it off the headers, or refuses the request with a hint. */
    static ContentMode of(HttpServletRequest request) {
        MediaType type = mediaType(request.getContentType());
        if (type == null || (type.getCharset() != null && !StandardCharsets.UTF_8.equals(type.getCharset()))) {
            throw unsupported();
        }
        return switch (type.getType() + '/' + type.getSubtype()) {
            case STRUCTURED_TYPE -> STRUCTURED;
            case BATCH_TYPE -> BATCH;
            default -> {
                if (!isJson(type) || !AttributeHeaders.areIn(request)) {
                    throw unsupported();
                }
                yield BINARY;
            }
        };
    }

    /** Whether data of this type are JSON, as the CloudEvents JSON format has it; other event formats are none. */
    static boolean isJson(MediaType type) {
        return !type.getSubtype().startsWith("cloudevents")
                && (type.getSubtype().equals("json") || "json".equals(type.getSubtypeSuffix()));
    }

    private static @Nullable MediaType mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        try {
            return MediaType.parseMediaType(contentType);
        } catch (InvalidMediaTypeException malformed) {
            return null;
        }
    }

    private static RejectedRequest unsupported() {
        return new RejectedRequest(IngestProblem.UNSUPPORTED_CONTENT, HINT);
    }
}
