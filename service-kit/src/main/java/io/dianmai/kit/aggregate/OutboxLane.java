package io.dianmai.kit.aggregate;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The events of one document on their way, in their order. Kafka keeps that order, for it gives up none of them while a later one is under
 * way; where it takes one not at all, the lane is broken and sends no more, so that no reader ever sees an event whose predecessor it has
 * not seen. Confined to the relay's thread, but for {@link #breakOff}.
 */
final class OutboxLane {
    final String collection;
    final String aggregateId;
    final String storeId;
    private final Deque<PendingEvent> waiting = new ArrayDeque<>();
    private long offered;
    private long acknowledged;
    private volatile boolean broken;

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

    /** The events to send now, one after the other; none of a broken lane. */
    @Nullable
    PendingEvent next() {
        return broken ? null : waiting.poll();
    }

    /** An event was refused: nothing that comes after it may be sent. */
    void breakOff() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    void acknowledge(PendingEvent event) {
        acknowledged = event.sequence();
    }

    /** Whether Kafka has all that was ever offered. */
    boolean isDone() {
        return acknowledged == offered;
    }

    /** The sequence of the last event that Kafka has. */
    long acknowledged() {
        return acknowledged;
    }
}
