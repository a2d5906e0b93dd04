package io.dianmai.kit.aggregate;

import io.dianmai.contracts.Envelope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of a command, whatever it asks for.
 *
 * @param id names the command: carrying it out twice under one id changes nothing the second time
 * @param storeId the store it belongs to
 * @param time when the thing happened: the business time of its events
 * @param recordedTime when the platform first accepted the fact or command
 * @param traceParent W3C trace context, if it is traced
 * @param heard the event that led to this command, if one did: events at or before the last one heard from its
 *     aggregate are dropped
 * @param expected the version of the aggregate that whoever gives the command has read: any other refuses it. Absent
 *     when it does not matter
 */
public record Command(
        String id,
        String storeId,
        Instant time,
        Instant recordedTime,
        @Nullable String traceParent,
        @Nullable Heard heard,
        @Nullable Long expected) {

    public Command {
        time = time.truncatedTo(ChronoUnit.MILLIS);
        recordedTime = recordedTime.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Position in the events of another aggregate. */
    public record Heard(String aggregateId, long sequence) {}

    /** A command given by a person or a program through an API, now. */
    public static Command given(String id, String storeId, Instant now, @Nullable String traceParent) {
        return new Command(id, storeId, now, now, traceParent, null, null);
    }

    /** The command that a store system's fact is. */
    public static Command of(Envelope<?> fact) {
        return new Command(
                fact.source() + "|" + fact.id(),
                fact.storeId(),
                fact.time(),
                fact.recordedTime(),
                fact.traceParent(),
                null,
                null);
    }

    /** The command that follows from hearing a domain event. It happens when that event happened. */
    public static Command hearing(Envelope<?> event) {
        return new Command(
                event.id(),
                event.storeId(),
                event.time(),
                event.recordedTime(),
                event.traceParent(),
                new Heard(event.aggregateId(), event.sequence()),
                null);
    }

    /**
     * The same command, carried out only on that version of its aggregate.
     *
     * @param version as in {@link Stored#version()}; null for whichever it is
     */
    public Command expecting(@Nullable Long version) {
        return new Command(id, storeId, time, recordedTime, traceParent, heard, version);
    }
}
