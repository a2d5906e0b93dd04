package io.dianmai.lead;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.lead.ActivityEvent;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadMerged;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.SalesEvent;
import io.dianmai.contracts.lead.StockEvent;
import io.dianmai.kit.messaging.EventBatchHandler.Received;
import io.dianmai.lead.activity.AttributedLeads;
import io.dianmai.lead.card.MergedLeads;
import io.dianmai.lead.stock.OrderedVehicles;
import io.dianmai.lead.stock.StockMoves;
import io.dianmai.lead.visit.VisitedLeads;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What this service's own events mean for its other documents. Each of those who hear one knows repeats by itself. */
@Component
class OwnEvents {
    private final VisitedLeads visitedLeads;
    private final MergedLeads mergedLeads;
    private final OrderedVehicles orderedVehicles;
    private final StockMoves stockMoves;
    private final AttributedLeads attributedLeads;

    OwnEvents(
            VisitedLeads visitedLeads,
            MergedLeads mergedLeads,
            OrderedVehicles orderedVehicles,
            StockMoves stockMoves,
            AttributedLeads attributedLeads) {
        this.visitedLeads = visitedLeads;
        this.mergedLeads = mergedLeads;
        this.orderedVehicles = orderedVehicles;
        this.stockMoves = stockMoves;
        this.attributedLeads = attributedLeads;
    }

    /**
     * As {@link #on} of all of them. A visit that is kept for a lead waits for a registration that is yet to be told: it is
     * in none of the events that are here already.
     */
    void onAll(List<Received> heard) {
        List<Envelope<EventData>> events = heard.stream().map(Received::event).toList();
        Set<String> unvisited = visitedLeads.unvisited(events);
        for (Envelope<EventData> event : events) {
            boolean isNewcomer = event.data() instanceof LeadRegistered && unvisited.contains(event.aggregateId());
            on(event, !isNewcomer);
        }
    }

    void on(Envelope<EventData> event) {
        on(event, true);
    }

    private void on(Envelope<EventData> event, boolean mayBeVisited) {
        switch (Bindings.expected(SalesEvent.class, event.data())) {
            case LeadEvent lead -> {
                if (mayBeVisited) {
                    visitedLeads.on(event, lead);
                }
                if (lead instanceof LeadMerged merged) {
                    mergedLeads.on(event, merged);
                }
                orderedVehicles.on(event, lead);
                attributedLeads.on(event, lead);
            }
            case StockEvent stock -> stockMoves.on(event, stock);
            case ActivityEvent _ -> {
                // Nothing else depends on them here.
            }
        }
    }
}
