package io.dianmai.gateway.ingest;

import io.dianmai.contracts.Rfc3339;
import io.dianmai.kit.problem.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/**
 * Reads the attributes of one event as the CloudEvents JSON format 1.0.2 has them, and says what is wrong with them.
 *
 * @param at pointer of the event inside the request
 */
record AttributeReader(JsonNode event, String at, List<Violation> flaws) {
    private static final Set<String> DATA = Set.of("data", "data_base64");
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)");
    private static final int WITH_NANOS = "2026-11-21T10:15:00.123456789Z".length();
    private static final Pattern BEYOND_NANOS = Pattern.compile("(\\.\\d{9})\\d+");
    /** More than anybody needs: each costs a small body much memory. */
    private static final int MOST = 64;

    private static final int LONGEST = EventAttributes.LONGEST;

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
            if (!AttributeText.isName(member.getKey())) {
                flaws.add(new Violation(at, "holds an attribute whose name is not of lower-case letters and digits"));
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
        if (text.isBlank() || text.length() > LONGEST || !AttributeText.isText(text)) {
            flaw(attribute, "must have 1 to " + LONGEST + " printable characters");
            return null;
        }
        return text;
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
            Instant plain = Rfc3339.plain(text);
            if (plain != null) {
                return plain.truncatedTo(ChronoUnit.MILLIS);
            }
            return RFC_3339.matcher(text).matches() ? moment(text) : wrongTime();
        } catch (DateTimeException noSuchDay) {
            return wrongTime();
        }
    }

    /** What is beyond nanoseconds has no room in it, and is cut off anyway. */
    private static Instant moment(String text) {
        return Instant.parse(
                        text.length() > WITH_NANOS ? BEYOND_NANOS.matcher(text).replaceFirst("$1") : text)
                .truncatedTo(ChronoUnit.MILLIS);
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
