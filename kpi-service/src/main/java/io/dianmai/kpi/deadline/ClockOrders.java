package io.dianmai.kpi.deadline;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import java.util.List;

/** An event with what it does to clocks: that was worked out when it was judged. */
public final class ClockOrders {
    private final Envelope<EventData> event;
    private final List<DeadlineChange> changes;

    private ClockOrders(Envelope<EventData> event, List<DeadlineChange> changes) {
        this.event = event;
        this.changes = changes;
    }

    /**
     * Works out what an event does.
     *
     * @throws io.dianmai.kpi.ImplausibleEvent when a time in it is beyond all reason
     */
    public static ClockOrders of(Envelope<EventData> event) {
        return new ClockOrders(event, DeadlineRules.changes(event));
    }

    Envelope<EventData> event() {
        return event;
    }

    /** In the order in which they happen. */
    List<DeadlineChange> changes() {
        return changes;
    }
}
