package io.dianmai.gateway.ingest;

import io.dianmai.kit.problem.Violation;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The data of an event in structured mode: {@code data}, or {@code data_base64} as the CloudEvents JSON format allows for
 * bytes, here the bytes of JSON.
 */
final class DataMember {
    private static final String DATA = "data";
    private static final String ENCODED = "data_base64";

    private DataMember() {}

    /** Adds to {@code flaws} what is wrong; null exactly when something is. */
    static @Nullable JsonNode of(JsonNode event, String at, List<Violation> flaws) {
        JsonNode data = event.get(DATA);
        JsonNode encoded = event.get(ENCODED);
        if (encoded == null) {
            return data == null ? flaw(flaws, at, DATA, "is required, as JSON") : data;
        }
        if (data != null) {
            return flaw(flaws, at, ENCODED, "must not stand beside data");
        }
        if (!event.hasNonNull("datacontenttype")) {
            return flaw(flaws, at, ENCODED, "needs a datacontenttype: of mere bytes nothing is assumed");
        }
        try {
            return EventParser.MAPPER.readTree(Base64.getDecoder().decode(encoded.asString("")));
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return flaw(flaws, at, ENCODED, "must be JSON in Base64");
        }
    }

    private static @Nullable JsonNode flaw(List<Violation> flaws, String at, String member, String detail) {
        flaws.add(new Violation(at + '/' + member, detail));
        return null;
    }
}
