package io.dianmai.gateway.ingest.rejected;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventJson;
import io.dianmai.kit.messaging.RejectedFacts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A fact that was accepted at the door and refused by the service that owns its meaning.
 *
 * @param id service, source and id of the fact: telling it twice keeps it once
 * @param eventId the fact's own id
 * @param time when it is said to have happened
 * @param data the fact's data as JSON, personal strings sealed
 * @param problem why, as JSON
 */
@Document("rejected_facts")
record RejectedFact(
        @Id String id,
        String storeId,
        String eventId,
        String source,
        String type,
        Instant time,
        String rejectedBy,
        Instant rejectedAt,
        String data,
        String problem) {

    /**
     * Reads what a service wrote.
     *
     * @throws io.dianmai.contracts.UnreadableEvent when the record is no fact
     */
    static RejectedFact of(ConsumerRecord<String, byte[]> record) {
        Envelope<EventData> fact = EventCodec.fromRecord(record.headers(), record.value());
        String service = header(record, RejectedFacts.REJECTED_BY);
        return new RejectedFact(
                service + '|' + fact.storeId() + '|' + fact.source() + '|' + fact.id(),
                fact.storeId(),
                fact.id(),
                fact.source().toString(),
                fact.type(),
                fact.time(),
                service,
                rejectedAt(record),
                EventJson.MAPPER.writeValueAsString(fact.data()),
                header(record, RejectedFacts.PROBLEM));
    }

    JsonNode problemJson() {
        try {
            return EventJson.MAPPER.readTree(problem);
        } catch (JacksonException unreadable) {
            return EventJson.MAPPER.createObjectNode().put("detail", "The reason could not be read.");
        }
    }

    private static Instant rejectedAt(ConsumerRecord<String, byte[]> record) {
        try {
            return Instant.parse(header(record, RejectedFacts.REJECTED_AT));
        } catch (DateTimeParseException missing) {
            return Instant.ofEpochMilli(record.timestamp());
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
