package io.dianmai.contracts;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * Envelopes as Kafka records and back: CloudEvents Kafka binding, binary mode, JSON data. Headers are written and read here, not by
 * the SDK, whose event in between costs more than the data: each event of the platform comes through here several times.
 */
public final class EventCodec {
    /** Media type of event data. */
    public static final String CONTENT_TYPE = "application/json";

    static final byte[] CONTENT_TYPE_BYTES = bytes(CONTENT_TYPE);
    static final byte[] SPEC_VERSION = bytes("1.0");

    /** To find out each time how a type is read takes a quarter of the reading. */
    private static final ClassValue<ObjectReader> READERS = new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> type) {
            return EventJson.MAPPER.readerFor(type);
        }
    };

    private EventCodec() {}

    /** The record that carries this event on the topic of its family. */
    public static ProducerRecord<String, byte[]> toRecord(Envelope<?> envelope) {
        return toRecord(
                envelope,
                EventTypes.topicOf(envelope.data().getClass()),
                EventJson.MAPPER.writeValueAsBytes(envelope.data()));
    }

    /** As {@link #toRecord(Envelope)}, with data that were serialised before. */
    public static ProducerRecord<String, byte[]> toRecord(Envelope<?> envelope, String topic, byte[] data) {
        var headers = new RecordHeaders();
        headers.add("content-type", CONTENT_TYPE_BYTES);
        headers.add("ce_specversion", SPEC_VERSION);
        put(headers, "ce_id", envelope.id());
        put(headers, "ce_source", envelope.source().toString());
        put(headers, "ce_type", envelope.type());
        put(headers, "ce_time", envelope.time().toString());
        put(headers, "ce_recordedtime", envelope.recordedTime().toString());
        byte[] storeId = bytes(envelope.storeId());
        headers.add("ce_storeid", storeId);
        headers.add("ce_partitionkey", storeId);
        if (envelope.subject() != null) {
            put(headers, "ce_subject", envelope.subject());
        }
        if (envelope.sequence() > 0) {
            put(headers, "ce_sequence", Long.toString(envelope.sequence()));
        }
        if (envelope.traceParent() != null) {
            put(headers, "ce_traceparent", envelope.traceParent());
        }
        return new ProducerRecord<>(topic, null, envelope.storeId(), data, headers);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a record's headers and value.
     *
     * @throws UnreadableEvent when they are no CloudEvent, when an attribute is missing or malformed, when the type is
     *     not known here ({@link UnknownEventType}), or when the data do not fit the type
     */
    public static Envelope<EventData> fromRecord(Headers headers, byte @Nullable [] value) {
        var event = new EventAttributes(headers);
        Class<? extends EventData> type =
                EventTypes.byName(event.type()).orElseThrow(() -> new UnknownEventType(event.type()));
        return new Envelope<>(
                event.id(),
                event.source(),
                event.subject(),
                event.time(),
                event.storeId(),
                event.sequence(),
                event.recordedTime(),
                event.traceParent(),
                data(type, value));
    }

    /** The CloudEvents type of a record by its header alone, or null where it has none. */
    public static @Nullable String typeOf(Headers headers) {
        var header = headers.lastHeader("ce_type");
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static EventData data(Class<? extends EventData> type, byte @Nullable [] data) {
        if (data == null) {
            throw new UnreadableEvent("no data", null);
        }
        try {
            // "null" is JSON, but no data.
            return Objects.requireNonNullElseGet(READERS.get(type).readValue(data), () -> {
                throw new UnreadableEvent("data are null", null);
            });
        } catch (JacksonException malformed) {
            throw new UnreadableEvent("data do not fit " + EventTypes.nameOf(type) + at(malformed), malformed);
        }
    }

    /** Where it went wrong, without the value: the JSON Pointer inside the data, if there is one. */
    private static String at(JacksonException malformed) {
        return malformed.getPath().isEmpty()
                ? ""
                : malformed.getPath().stream().map(EventCodec::step).collect(Collectors.joining("", " at ", ""));
    }

    private static String step(JacksonException.Reference step) {
        return "/" + (step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName());
    }
}
