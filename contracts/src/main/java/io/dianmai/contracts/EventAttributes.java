package io.dianmai.contracts;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one event as the Kafka protocol binding carries them in binary mode: headers {@code ce_*}, UTF-8.
 * Read in one pass and without the SDK's event in between: every event comes through here at every consumer.
 */
final class EventAttributes {
    private static final String PREFIX = "ce_";
    private static final String SPEC_VERSION = "1.0";
    private static final String STRUCTURED = "application/cloudevents";
    private static final int SOURCES_KEPT = 1_000;
    /** There are few sources, and to parse them again and again is dear. */
    private static final Map<String, URI> SOURCES = new ConcurrentHashMap<>();

    private @Nullable String specVersion;
    private @Nullable String contentType;
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable String type;
    private @Nullable String subject;
    private @Nullable String time;
    private @Nullable String storeId;
    private @Nullable String sequence;
    private @Nullable String recordedTime;
    private @Nullable String traceParent;

    /** @throws UnreadableEvent when this is no event of CloudEvents 1.0 in binary mode */
    EventAttributes(Headers headers) {
        for (Header header : headers) {
            take(header.key(), header.value());
        }
        if (contentType != null && contentType.startsWith(STRUCTURED)) {
            throw new UnreadableEvent("no CloudEvent in binary mode", null);
        }
        if (!SPEC_VERSION.equals(specVersion)) {
            throw new UnreadableEvent("no CloudEvent: specversion is not " + SPEC_VERSION, null);
        }
    }

    private void take(String key, byte @Nullable [] value) {
        switch (key) {
            case "content-type" ->
                contentType = text(key, value, EventCodec.CONTENT_TYPE, EventCodec.CONTENT_TYPE_BYTES);
            case PREFIX + "specversion" -> specVersion = text(key, value, SPEC_VERSION, EventCodec.SPEC_VERSION);
            case PREFIX + "id" -> id = text(key, value);
            case PREFIX + "source" -> source = text(key, value);
            case PREFIX + "type" -> type = text(key, value);
            case PREFIX + "subject" -> subject = text(key, value);
            case PREFIX + "time" -> time = text(key, value);
            case PREFIX + "storeid" -> storeId = text(key, value);
            case PREFIX + "sequence" -> sequence = text(key, value);
            case PREFIX + "recordedtime" -> recordedTime = text(key, value);
            case PREFIX + "traceparent" -> traceParent = text(key, value);
            default -> {
                // An extension that means nothing here.
            }
        }
    }

    private static String text(String key, byte @Nullable [] value) {
        if (value == null) {
            throw new UnreadableEvent("header " + key + " has no value", null);
        }
        return new String(value, StandardCharsets.UTF_8);
    }

    /** What nearly every event says makes no text of its own. */
    private static String text(String key, byte @Nullable [] value, String usual, byte[] usualBytes) {
        return Arrays.equals(value, usualBytes) ? usual : text(key, value);
    }

    String id() {
        return required("id", id);
    }

    URI source() {
        String text = required("source", source);
        URI known = SOURCES.get(text);
        if (known != null) {
            return known;
        }
        try {
            URI parsed = URI.create(text);
            if (SOURCES.size() < SOURCES_KEPT) {
                SOURCES.put(text, parsed);
            }
            return parsed;
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableEvent("source is no URI", malformed);
        }
    }

    String type() {
        return required("type", type);
    }

    @Nullable
    String subject() {
        return subject;
    }

    Instant time() {
        return instant("time", time);
    }

    String storeId() {
        return required("storeid", storeId);
    }

    /** The position among the events of its subject, 0 when it has none. */
    long sequence() {
        if (sequence == null) {
            return 0;
        }
        try {
            long number = Long.parseLong(sequence);
            if (number < 1) {
                throw new UnreadableEvent("sequence is not positive", null);
            }
            return number;
        } catch (NumberFormatException malformed) {
            throw new UnreadableEvent("sequence is no number", malformed);
        }
    }

    Instant recordedTime() {
        return instant("recordedtime", recordedTime);
    }

    @Nullable
    String traceParent() {
        return traceParent;
    }

    private static Instant instant(String name, @Nullable String text) {
        try {
            return Rfc3339.parse(required(name, text));
        } catch (DateTimeParseException malformed) {
            throw new UnreadableEvent(name + " is no time", malformed);
        }
    }

    private static String required(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw new UnreadableEvent("no " + name, null);
        }
        return text;
    }
}
