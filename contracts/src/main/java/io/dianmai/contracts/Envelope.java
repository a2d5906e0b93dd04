package io.dianmai.contracts;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event with its CloudEvents 1.0 attributes.
 *
 * @param id UUIDv7 for events of the platform; whatever the store system chose for facts
 * @param source who says so: {@code /lead-service}, or the store system's own URI for facts
 * @param subject id of the aggregate that the event is about; facts may leave it out
 * @param time when it happened: business time
 * @param storeId the store it belongs to, also the key of the record
 * @param sequence position among the events of its subject, from 1 without gaps; 0 for facts, which have none
 * @param recordedTime when the platform first accepted the fact or command that led to this event; copied along the
 *     whole chain, so that now minus this is the time from fact to effect
 * @param traceParent W3C trace context of the command, if it was traced
 */
public record Envelope<E extends EventData>(
        String id,
        URI source,
        @Nullable String subject,
        Instant time,
        String storeId,
        long sequence,
        Instant recordedTime,
        @Nullable String traceParent,
        E data) {

    /** The CloudEvents {@code type}. */
    public String type() {
        return EventTypes.nameOf(data.getClass());
    }

    /** The subject of an event that must have one: every event of the platform does, facts may not. */
    public String aggregateId() {
        if (subject == null) {
            throw new IllegalStateException("event " + id + " has no subject");
        }
        return subject;
    }
}
