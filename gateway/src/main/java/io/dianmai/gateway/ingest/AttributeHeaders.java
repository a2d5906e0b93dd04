package io.dianmai.gateway.ingest;

import io.dianmai.kit.problem.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The attributes of an event in binary mode, as the CloudEvents HTTP binding 1.0.2 puts them into headers. */
final class AttributeHeaders {
    private static final String PREFIX = "ce-";
    /** Not attributes, or given by another header. */
    private static final Set<String> NEVER = Set.of("datacontenttype", "data", "data_base64");

    private static final int HEXADECIMAL = 16;
    private static final char LAST_PRINTABLE = '~';

    private AttributeHeaders() {}

    static boolean areIn(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(PREFIX));
    }

    /** Puts each attribute into an event, as structured mode would have it. */
    static void read(HttpServletRequest request, ObjectNode event) {
        for (String header : Collections.list(request.getHeaderNames())) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX)) {
                String attribute = name.substring(PREFIX.length());
                event.put(attribute, value(attribute, Collections.list(request.getHeaders(header))));
            }
        }
    }

    private static String value(String attribute, List<String> values) {
        if (NEVER.contains(attribute)) {
            throw wrong(attribute, "has no ce- header: the Content-Type and the body say it");
        }
        if (values.size() != 1) {
            throw wrong(attribute, "is there more than once");
        }
        String decoded = percentDecoded(unquoted(values.getFirst()));
        if (decoded == null) {
            throw new RejectedRequest(IngestProblem.MALFORMED_BODY, "A ce- header is not properly percent-encoded.");
        }
        return decoded;
    }

    private static RejectedRequest wrong(String attribute, String detail) {
        return new RejectedRequest(
                IngestProblem.INVALID_ENVELOPE,
                "See errors for what is wrong and where.",
                new Violation("/" + attribute, detail));
    }

    /** Older versions of the binding wrote values with spaces as quoted strings. */
    private static String unquoted(String value) {
        int last = value.length() - 1;
        if (last < 1 || value.charAt(0) != '"' || value.charAt(last) != '"') {
            return value;
        }
        var text = new StringBuilder(last);
        for (int i = 1; i < last; i++) {
            if (value.charAt(i) == '\\' && i + 1 < last) {
                i++;
            }
            text.append(value.charAt(i));
        }
        return text.toString();
    }

    /** One round of decoding; null for what is no UTF-8 then, or no printable ASCII before. */
    private static @Nullable String percentDecoded(String value) {
        var bytes = new ByteArrayOutputStream(value.length());
        for (int i = 0; i < value.length(); i++) {
            char next = value.charAt(i);
            if (next < ' ' || next > LAST_PRINTABLE) {
                return null;
            }
            if (next == '%') {
                int octet = octet(value, i + 1);
                if (octet < 0) {
                    return null;
                }
                bytes.write(octet);
                i += 2;
            } else {
                bytes.write(next);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException noText) {
            return null;
        }
    }

    private static int octet(String value, int at) {
        if (at + 2 > value.length()) {
            return -1;
        }
        int high = Character.digit(value.charAt(at), HEXADECIMAL);
        int low = Character.digit(value.charAt(at + 1), HEXADECIMAL);
        return high < 0 || low < 0 ? -1 : high * HEXADECIMAL + low;
    }
}
