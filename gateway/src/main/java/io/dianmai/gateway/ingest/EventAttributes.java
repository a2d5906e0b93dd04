package io.dianmai.gateway.ingest;

import io.dianmai.kit.problem.Violation;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The attributes of an incoming CloudEvent, read from its structured form. Extensions that the platform does not know
 * are allowed and not kept.
 */
record EventAttributes(
        String id,
        URI source,
        String type,
        Instant time,
        @Nullable String subject,
        @Nullable String storeId,
        @Nullable String traceParent) {

    private static final Pattern TRACE_PARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    static final int LONGEST = 300;

    /** What a valid {@code id} looks like, also where the rest of the event is refused. */
    static @Nullable String idOf(JsonNode event) {
        JsonNode id = event.path("id");
        return id.isString() && id.stringValue().length() <= LONGEST ? id.stringValue() : null;
    }

    /** Reads the attributes, adding to {@code flaws} what is wrong; null exactly when something is. */
    static @Nullable EventAttributes read(JsonNode event, String at, List<Violation> flaws) {
        var reader = new AttributeReader(event, at, new ArrayList<>());
        reader.namesAndShapes();
        String version = reader.required("specversion");
        if (version != null && !version.equals("1.0")) {
            reader.flaw("specversion", "must be 1.0");
        }
        String id = reader.required("id");
        URI source = reader.uri(reader.required("source"));
        String type = reader.required("type");
        Instant time = reader.time(reader.required("time"));
        String subject = reader.optional("subject");
        String storeId = reader.optional("storeid");
        String traceParent = reader.optional("traceparent");
        reader.json(reader.optional("datacontenttype"));
        reader.schema(reader.optional("dataschema"));
        flaws.addAll(reader.flaws());
        return !reader.flaws().isEmpty() || id == null || source == null || type == null || time == null
                ? null
                : new EventAttributes(id, source, type, time, subject, storeId, wellFormed(traceParent));
    }

    private static @Nullable String wellFormed(@Nullable String traceParent) {
        return traceParent != null && TRACE_PARENT.matcher(traceParent).matches() ? traceParent : null;
    }
}
