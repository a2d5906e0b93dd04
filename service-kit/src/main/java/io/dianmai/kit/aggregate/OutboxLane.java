package io.dianmai.kit.aggregate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The events of one document on their way, one after the other: the next is sent when Kafka has the one before, so that
 * no reader ever sees an event whose predecessor it has not seen. Confined to the relay's thread.
 */
final class OutboxLane {
    final String collection;
    final String aggregateId;
    final String storeId;
    private final Deque<PendingEvent> waiting = new ArrayDeque<>();
    private long offered;
    private long acknowledged;
    private boolean sending;

    /** A lane that goes on after the event {@code acknowledged}, 0 from the first. */
    OutboxLane(String collection, String aggregateId, String storeId, long acknowledged) {
        this.collection = collection;
        this.aggregateId = aggregateId;
        this.storeId = storeId;
        this.offered = acknowledged;
        this.acknowledged = acknowledged;
    }

    /** Takes up those events of a document that it has not got yet. */
    void add(AggregateDocument document) {
        for (PendingEvent event : document.outbox()) {
            if (event.sequence() > offered) {
                waiting.add(event);
                offered = event.sequence();
            }
        }
    }

    /** The event to send now, unless one is on its way or none is left. */
    Optional<PendingEvent> next() {
        if (sending || waiting.isEmpty()) {
            return Optional.empty();
        }
        sending = true;
        return Optional.of(waiting.remove());
    }

    void acknowledge(PendingEvent event) {
        sending = false;
        acknowledged = event.sequence();
    }

    boolean idle() {
        return !sending && waiting.isEmpty();
    }

    /** The sequence of the last event that Kafka has. */
    long acknowledged() {
        return acknowledged;
    }
}
