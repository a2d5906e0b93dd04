package io.dianmai.kit.messaging;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a service does with many events at once, in the order of their partitions. Repeats are its own to recognise. */
@FunctionalInterface
public interface EventBatchHandler {
    /**
     * One event of a batch.
     *
     * @param bytes its data as they came, JSON
     * @param partition of its topic, which it came from
     */
    @SuppressWarnings("ArrayRecordComponent") // the record's own bytes, which nobody changes
    record Received(Envelope<EventData> event, byte[] bytes, int partition) {
        /** Its data as they came. */
        public String json() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Handles all of them or throws; then the batch comes again. */
    void on(List<Received> events);
}
