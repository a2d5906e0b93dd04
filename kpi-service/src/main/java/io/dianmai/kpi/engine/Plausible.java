package io.dianmai.kpi.engine;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kpi.ImplausibleEvent;
import io.dianmai.kpi.counter.Countable;
import io.dianmai.kpi.deadline.ClockOrders;
import io.dianmai.kpi.deadline.StoreHours;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which events are believed: one rule for the engine, and for whoever follows or repeats what it counts. */
public final class Plausible {
    /** No aggregate lives to see so many events. */
    private static final long LAST_SEQUENCE = 1_000_000_000;

    private Plausible() {}

    /** What an event that can be true does to the counters and to the clocks. */
    record Judged(Countable countable, ClockOrders orders) {}

    /**
     * Insists that an event can be true.
     *
     * @param key of its record
     * @param topic that it came from
     * @throws ImplausibleEvent when it cannot
     */
    public static void check(Envelope<EventData> event, byte @Nullable [] key, String topic) {
        judge(event, key, topic);
    }

    /** The same, and what an event that can be true does. */
    static Judged judge(Envelope<EventData> event, byte @Nullable [] key, String topic) {
        if (!Arrays.equals(event.storeId().getBytes(StandardCharsets.UTF_8), key)) {
            throw new ImplausibleEvent("the record's key is not the store");
        }
        if (event.subject() == null) {
            throw new ImplausibleEvent("no subject");
        }
        if (event.sequence() < 1) {
            throw new ImplausibleEvent("no sequence");
        }
        if (event.sequence() > LAST_SEQUENCE) {
            throw new ImplausibleEvent("sequence is beyond reason");
        }
        ImplausibleEvent.unlessInRange(event.time(), "time");
        ImplausibleEvent.unlessInRange(event.recordedTime(), "recordedtime");
        if (!topic.equals(EventTypes.topicOf(event.data().getClass()))) {
            throw new ImplausibleEvent(event.type() + " does not belong on this topic");
        }
        if (event.data() instanceof StorePublished store) {
            StoreHours.of(store).calendar();
        }
        // Refused here if at all: nothing has changed yet.
        return new Judged(Countable.of(event), ClockOrders.of(event));
    }
}
