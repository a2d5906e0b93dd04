package io.dianmai.kit.messaging;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import java.util.List;

/** What a service does with many events at once, in the order of their partitions. Repeats are its own to recognise. */
@FunctionalInterface
public interface EventBatchHandler {
    /**
     * One event of a batch.
     *
     * @param json its data as they came
     */
    record Received(Envelope<EventData> event, String json) {}

    /** Handles all of them or throws; then the batch comes again. */
    void on(List<Received> events);
}
