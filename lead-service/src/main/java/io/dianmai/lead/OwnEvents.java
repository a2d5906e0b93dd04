package io.dianmai.lead;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.lead.ActivityEvent;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadMerged;
import io.dianmai.contracts.lead.SalesEvent;
import io.dianmai.contracts.lead.StockEvent;
import io.dianmai.lead.activity.AttributedLeads;
import io.dianmai.lead.card.MergedLeads;
import io.dianmai.lead.stock.OrderedVehicles;
import io.dianmai.lead.stock.StockMoves;
import io.dianmai.lead.visit.VisitedLeads;
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

    void on(Envelope<EventData> event) {
        switch (Bindings.expected(SalesEvent.class, event.data())) {
            case LeadEvent lead -> {
                visitedLeads.on(event, lead);
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
