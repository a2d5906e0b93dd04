package io.dianmai.lead.activity;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.lead.LeadAbsorbed;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadCardUpdated;
import io.dianmai.contracts.lead.LeadClashed;
import io.dianmai.contracts.lead.LeadContacted;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLossProposed;
import io.dianmai.contracts.lead.LeadLossRefused;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadMerged;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrderChanged;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LeadPaymentReceived;
import io.dianmai.contracts.lead.LeadQuoted;
import io.dianmai.contracts.lead.LeadRecalled;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadRegisteredAgain;
import io.dianmai.contracts.lead.LeadReopened;
import io.dianmai.contracts.lead.LeadScored;
import io.dianmai.contracts.lead.LeadTestDriven;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.VisitLogged;
import org.springframework.stereotype.Component;

/**
 * Counts for an activity what becomes of the leads that name it: each event for the activity in its own dimensions, a
 * cancelled order where it was counted.
 */
@Component
public class AttributedLeads {
    private final ActivityResults results;

    AttributedLeads(ActivityResults results) {
        this.results = results;
    }

    /** Hears every event of a lead. */
    public void on(Envelope<?> event, LeadEvent data) {
        switch (data) {
            case LeadRegistered registered -> count(event, registered.dimensions(), ActivityResult.LEAD);
            case LeadVisited visited -> count(event, visited.dimensions(), ActivityResult.VISIT);
            case LeadOrdered ordered -> count(event, ordered.dimensions(), ActivityResult.ORDER);
            case LeadOrderCancelled cancelled ->
                count(event, cancelled.ordered().dimensions(), ActivityResult.ORDER_TAKEN_BACK);
            case LeadDelivered delivered ->
                count(event, delivered.dimensions(), ActivityResult.delivery(delivered.grossProfit()));
            case VisitLogged _,
                    LeadAssigned _,
                    LeadGraded _,
                    LeadTestDriven _,
                    LeadLost _,
                    LeadRecalled _,
                    LeadCardUpdated _,
                    LeadRegisteredAgain _,
                    LeadReopened _,
                    LeadClashed _,
                    LeadMerged _,
                    LeadAbsorbed _,
                    LeadScored _,
                    LeadContacted _,
                    LeadQuoted _,
                    LeadOrderChanged _,
                    LeadPaymentReceived _,
                    LeadLossProposed _,
                    LeadLossRefused _ -> {}
        }
    }

    private void count(Envelope<?> event, LeadDimensions dimensions, ActivityResult result) {
        if (dimensions.activityId() != null) {
            results.add(event, dimensions.activityId(), result);
        }
    }
}
