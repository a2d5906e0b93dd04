package io.dianmai.gateway.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies as events in the shape of structured mode, whatever mode they came in, within limits of depth, length and
 * number of tokens: what a small body can grow to in memory is bounded too.
 */
final class EventParser {
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(100_000)
                            .maxNameLength(1_000)
                            .maxNumberLength(100)
                            .maxTokenCount(200_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private EventParser() {}

    static JsonNode structured(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException malformed) {
            throw malformedJson(malformed);
        }
    }

    static ObjectNode binary(HttpServletRequest request, byte[] body) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        AttributeHeaders.read(request, event);
        event.put("datacontenttype", request.getContentType());
        if (body.length > 0) {
            event.set("data", structured(body));
        }
        return event;
    }

    static List<JsonNode> batch(byte[] body, int maxEvents) {
        try (JsonParser parser = MAPPER.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new RejectedRequest(IngestProblem.MALFORMED_JSON, "A batch is a JSON array of events.");
            }
            var events = new ArrayList<JsonNode>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (events.size() == maxEvents) {
                    throw new RejectedRequest(
                            IngestProblem.TOO_MANY_EVENTS, "A batch holds at most " + maxEvents + " events. Split it.");
                }
                events.add(parser.readValueAsTree());
            }
            if (parser.nextToken() != null) {
                throw new RejectedRequest(IngestProblem.MALFORMED_JSON, "Something follows the end of the batch.");
            }
            return events;
        } catch (JacksonException malformed) {
            throw malformedJson(malformed);
        }
    }

    private static RejectedRequest malformedJson(JacksonException malformed) {
        String where = malformed.getLocation() == null
                ? ""
                : " at line " + malformed.getLocation().getLineNr() + ", column "
                        + malformed.getLocation().getColumnNr();
        return new RejectedRequest(
                IngestProblem.MALFORMED_JSON,
                malformed instanceof StreamConstraintsException
                        ? "The JSON is nested too deeply, or has too many or too long values" + where + "."
                        : "The body is no valid JSON" + where + ".");
    }
}
