package io.dianmai.kpi.deadline;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import java.util.List;

/** What an event does to clocks, by the engine's own rules, for whoever follows them beside the engine. */
public final class ClockChanges {
    private ClockChanges() {}

    /** In the order in which the engine applies them. */
    public static List<DeadlineChange> of(Envelope<EventData> event) {
        return DeadlineRules.changes(event.data(), event.aggregateId());
    }
}
