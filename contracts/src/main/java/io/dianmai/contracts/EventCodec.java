package io.dianmai.contracts;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/** Envelopes as Kafka records and back: CloudEvents Kafka binding, binary mode, JSON data. */
public final class EventCodec {
    /** Media type of event data. */
    public static final String CONTENT_TYPE = "application/json";

    private static final String STORE_ID = "storeid";
    private static final String PARTITION_KEY = "partitionkey";
    private static final String SEQUENCE = "sequence";
    private static final String RECORDED_TIME = "recordedtime";
    private static final String TRACE_PARENT = "traceparent";

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
        var builder = CloudEventBuilder.v1()
                .withId(envelope.id())
                .withSource(envelope.source())
                .withType(envelope.type())
                .withSubject(envelope.subject())
                .withTime(OffsetDateTime.ofInstant(envelope.time(), ZoneOffset.UTC))
                .withData(CONTENT_TYPE, data)
                .withExtension(STORE_ID, envelope.storeId())
                .withExtension(PARTITION_KEY, envelope.storeId())
                .withExtension(RECORDED_TIME, envelope.recordedTime().toString());
        if (envelope.sequence() > 0) {
            // The CloudEvents sequence extension is a string.
            builder.withExtension(SEQUENCE, Long.toString(envelope.sequence()));
        }
        if (envelope.traceParent() != null) {
            builder.withExtension(TRACE_PARENT, envelope.traceParent());
        }
        return KafkaMessageFactory.createWriter(topic, envelope.storeId()).writeBinary(builder.build());
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
