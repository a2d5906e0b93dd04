package io.dianmai.lead.visit;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.lead.LeadAbsorbed;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadCardUpdated;
import io.dianmai.contracts.lead.LeadClashed;
import io.dianmai.contracts.lead.LeadContacted;
import io.dianmai.contracts.lead.LeadDelivered;
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
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.contracts.lead.VisitLogged;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.lead.lead.LeadCommand.StoreVisit;
import io.dianmai.lead.lead.Leads;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells leads of the visits in the log. Visit and lead are two documents: so the second learns of the first by its
 * event, which no crash can lose.
 *
 * <p>A visit may be logged before its lead is registered. All events of a store come here one after the other, and that
 * of the registration is yet to come while the lead does not exist: what was kept for it is then found.
 */
@Component
public class VisitedLeads {
    private final Leads leads;
    private final EarlyVisits early;

    VisitedLeads(Leads leads, EarlyVisits early) {
        this.leads = leads;
        this.early = early;
    }

    /** Those of the events that change nothing here, found out by one look for many of them: leads nobody visited before. */
    public Set<String> unvisited(Collection<Envelope<EventData>> events) {
        Set<String> registered = events.stream()
                .filter(event -> event.data() instanceof LeadRegistered)
                .map(Envelope::aggregateId)
                .collect(Collectors.toSet());
        registered.removeAll(early.among(registered));
        return registered;
    }

    /** Hears every event of this service's own. */
    public void on(Envelope<?> event, LeadEvent data) {
        switch (data) {
            case VisitLogged visit -> tell(event, visit);
            case LeadRegistered _ -> catchUp(event.aggregateId(), event.aggregateId());
            case LeadRegisteredAgain again -> catchUp(event, again.reference());
            case LeadAssigned _,
                    LeadGraded _,
                    LeadVisited _,
                    LeadTestDriven _,
                    LeadOrdered _,
                    LeadOrderCancelled _,
                    LeadDelivered _,
                    LeadLost _,
                    LeadRecalled _,
                    LeadCardUpdated _,
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

    /** A call is in the log, but nobody came. */
    private void tell(Envelope<?> event, VisitLogged visit) {
        if (visit.leadId() == null || visit.kind() == VisitKind.CALL) {
            return;
        }
        String leadId = leads.goingOn(visit.leadId());
        if (leads.find(leadId).isPresent()) {
            leads.follow(leadId, Command.hearing(event), new StoreVisit());
        } else {
            early.keep(leadId, Command.hearing(event));
        }
    }

    /** The visit named the registration that has joined another lead. */
    private void catchUp(Envelope<?> event, @Nullable String reference) {
        if (reference != null) {
            catchUp(AggregateIds.of(event.storeId(), "lead", reference), event.aggregateId());
        }
    }

    private void catchUp(String named, String leadId) {
        var waiting = early.waitingFor(named);
        waiting.forEach(visit -> leads.follow(leadId, visit, new StoreVisit()));
        if (!waiting.isEmpty()) {
            early.forget(named);
        }
    }
}
