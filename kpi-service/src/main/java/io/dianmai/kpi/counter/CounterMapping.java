package io.dianmai.kpi.counter;

import io.dianmai.contracts.EventData;
import io.dianmai.contracts.aftersales.AfterSalesEvent;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.lead.LeadEvent;

/** What each event adds to which counter: pure, and without memory. The events carry all that it needs. */
public final class CounterMapping {
    private CounterMapping() {}

    /** What {@code event} adds; nothing for an event that feeds no counter. */
    public static Deltas deltas(EventData event) {
        return switch (event) {
            case LeadEvent lead -> LeadCounting.deltas(lead);
            case FollowUpEvent followUp -> FollowUpCounting.deltas(followUp);
            case AfterSalesEvent job -> AfterSalesCounting.deltas(job);
            // Not a sealed type: facts, org events and reminders feed no counter.
            default -> Deltas.NONE;
        };
    }
}
