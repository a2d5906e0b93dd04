package io.dianmai.kpi.counter;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.aftersales.AfterSalesEvent;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.lead.ActivityEvent;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.StockEvent;
import io.dianmai.kpi.ImplausibleEvent;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** What each event adds to which counter, and where: pure, and without memory. The events carry all that it needs. */
public final class CounterMapping {
    private CounterMapping() {}

    /**
     * What {@code event} adds; nothing for an event that feeds no counter. Always the same postings in the same order.
     *
     * @param zone zone of the event's store
     * @throws ImplausibleEvent when an amount or an instant in it is beyond all reason
     */
    public static List<Posting> postings(Envelope<? extends EventData> event, ZoneId zone) {
        return postings(event, () -> zone);
    }

    /** @param zone asked only if it makes a difference */
    static List<Posting> postings(Envelope<? extends EventData> event, Supplier<ZoneId> zone) {
        return switch (event.data()) {
            case LeadEvent lead -> LeadCounting.postings(lead, event.time());
            case StockEvent vehicle -> StockCounting.postings(vehicle, event.time());
            case ActivityEvent activity -> ActivityCounting.postings(activity, event.time());
            case FollowUpEvent followUp -> FollowUpCounting.postings(followUp, event.time(), zone);
            case AfterSalesEvent job -> AfterSalesCounting.postings(job, event.time(), zone);
            // Not a sealed type: facts, org events and reminders feed no counter.
            default -> List.of();
        };
    }

    /** What is posted, besides its own postings, for an event before which {@code missing} of its aggregate are missing. */
    public static Posting missingBefore(Envelope<? extends EventData> event, long missing) {
        return new Amounts()
                .add(Counter.EVENTS_MISSING, missing)
                .at(event.time(), List.of())
                .getFirst();
    }
}
