package io.dianmai.gateway.ingest;

import io.dianmai.kit.problem.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
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

    private static final Set<String> DATA = Set.of("data", "data_base64");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,50}");
    private static final Pattern TRACE_PARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)");
    private static final Pattern BEYOND_NANOS = Pattern.compile("(\\.\\d{9})\\d+");
    private static final int LONGEST = 300;
    /** More than anybody needs: each costs a small body much memory. */
    private static final int MOST = 64;

    /** What a valid {@code id} looks like, also where the rest of the event is refused. */
    static @Nullable String idOf(JsonNode event) {
        JsonNode id = event.path("id");
        return id.isString() && id.stringValue().length() <= LONGEST ? id.stringValue() : null;
    }

    /** Reads the attributes, adding to {@code flaws} what is wrong; null exactly when something is. */
    static @Nullable EventAttributes read(JsonNode event, String at, List<Violation> flaws) {
        var reader = new Reader(event, at, new ArrayList<>());
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
        flaws.addAll(reader.flaws);
        return !reader.flaws.isEmpty() || id == null || source == null || type == null || time == null
                ? null
                : new EventAttributes(id, source, type, time, subject, storeId, wellFormed(traceParent));
    }

    private static @Nullable String wellFormed(@Nullable String traceParent) {
        return traceParent != null && TRACE_PARENT.matcher(traceParent).matches() ? traceParent : null;
    }

    private record Reader(JsonNode event, String at, List<Violation> flaws) {
        void flaw(String attribute, String detail) {
            flaws.add(new Violation(at + '/' + attribute, detail));
        }

        /** Attribute names are lower-case letters and digits; values are strings, booleans and whole numbers. */
        void namesAndShapes() {
            if (event.size() > MOST) {
                flaws.add(new Violation(at, "has more than " + MOST + " attributes"));
                return;
            }
            for (Map.Entry<String, JsonNode> member : event.properties()) {
                if (DATA.contains(member.getKey())) {
                    continue;
                }
                if (!NAME.matcher(member.getKey()).matches()) {
                    flaws.add(
                            new Violation(at, "holds an attribute whose name is not of lower-case letters and digits"));
                } else if (!isAttributeValue(member.getValue())) {
                    flaw(member.getKey(), "must be a string, boolean or whole number of 32 bits");
                }
            }
        }

        private static boolean isAttributeValue(JsonNode value) {
            return !value.isContainer() && (!value.isNumber() || (value.isIntegralNumber() && value.canConvertToInt()));
        }

        @Nullable
        String required(String attribute) {
            if (event.path(attribute).isMissingNode() || event.path(attribute).isNull()) {
                flaw(attribute, "is required");
                return null;
            }
            return optional(attribute);
        }

        @Nullable
        String optional(String attribute) {
            JsonNode value = event.path(attribute);
            if (value.isMissingNode() || value.isNull() || value.isContainer()) {
                return null;
            }
            if (!value.isString()) {
                flaw(attribute, "must be a string");
                return null;
            }
            String text = value.stringValue();
            if (text.isBlank() || text.length() > LONGEST || !isText(text)) {
                flaw(attribute, "must have 1 to " + LONGEST + " printable characters");
                return null;
            }
            return text;
        }

        private static boolean isText(String text) {
            for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
                if (isNoCharacter(text.codePointAt(at))) {
                    return false;
                }
            }
            return true;
        }

        /** Control characters, halves of characters, and what will never be a character. */
        private static boolean isNoCharacter(int code) {
            return Character.isISOControl(code)
                    || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)
                    || (code & 0xFFFE) == 0xFFFE
                    || (code >= 0xFDD0 && code <= 0xFDEF);
        }

        @Nullable
        URI uri(@Nullable String text) {
            try {
                return text == null ? null : new URI(text);
            } catch (URISyntaxException malformed) {
                flaw("source", "must be a URI reference, for example /stores/sh-pudong/dms");
                return null;
            }
        }

        @Nullable
        Instant time(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return RFC_3339.matcher(text).matches() ? moment(text) : wrongTime();
            } catch (DateTimeException noSuchDay) {
                return wrongTime();
            }
        }

        /** What is beyond nanoseconds has no room in it, and is cut off anyway. */
        private static Instant moment(String text) {
            return Instant.parse(BEYOND_NANOS.matcher(text).replaceFirst("$1")).truncatedTo(ChronoUnit.MILLIS);
        }

        private @Nullable Instant wrongTime() {
            flaw("time", "must be an RFC 3339 time with an offset, for example 2026-11-21T10:15:00+08:00");
            return null;
        }

        void schema(@Nullable String text) {
            try {
                if (text != null && !new URI(text).isAbsolute()) {
                    flaw("dataschema", "must be an absolute URI");
                }
            } catch (URISyntaxException malformed) {
                flaw("dataschema", "must be an absolute URI");
            }
        }

        void json(@Nullable String contentType) {
            if (contentType != null && !isJson(contentType)) {
                flaw("datacontenttype", "must be application/json");
            }
        }

        private static boolean isJson(String contentType) {
            try {
                return ContentMode.isJson(MediaType.parseMediaType(contentType));
            } catch (InvalidMediaTypeException malformed) {
                return false;
            }
        }
    }
}
