package io.dianmai.kit.aggregate;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.EventTypes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An event in the outbox of its document, not yet known to be in Kafka.
 *
 * @param data the event as JSON text
 */
record PendingEvent(
        String id,
        String type,
        long sequence,
        Instant time,
        Instant recordedTime,
        @Nullable String traceParent,
        String data) {

    static PendingEvent of(String id, EventData event, long sequence, Command command) {
        return new PendingEvent(
                id,
                EventTypes.nameOf(event.getClass()),
                sequence,
                command.time(),
                command.recordedTime(),
                command.traceParent(),
                EventJson.MAPPER.writeValueAsString(event));
    }

    static PendingEvent read(Document document) {
        return new PendingEvent(
                document.getString("id"),
                document.getString("type"),
                document.getLong("sequence"),
                document.getDate("time").toInstant(),
                document.getDate("recordedTime").toInstant(),
                document.getString("traceParent"),
                document.getString("data"));
    }

    Document write() {
        return new Document("id", id)
                .append("type", type)
                .append("sequence", sequence)
                .append("time", Date.from(time))
                .append("recordedTime", Date.from(recordedTime))
                .append("traceParent", traceParent)
                .append("data", data);
    }

    ProducerRecord<String, byte[]> toRecord(URI source, String aggregateId, String storeId) {
        Class<? extends EventData> dataType = EventTypes.byName(type)
                .orElseThrow(() -> new IllegalStateException("an outbox holds an event of unknown type " + type));
        EventData event = EventJson.MAPPER.readValue(data, dataType);
        var envelope =
                new Envelope<>(id, source, aggregateId, time, storeId, sequence, recordedTime, traceParent, event);
        return EventCodec.toRecord(envelope, EventTypes.topicOf(dataType), data.getBytes(StandardCharsets.UTF_8));
    }
}
