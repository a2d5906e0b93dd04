package io.dianmai.followup.hearing;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.followup.CancelReason;
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
import io.dianmai.contracts.lead.VisitLogged;
import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.followup.plan.FollowUps;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.messaging.Effects;
import io.dianmai.kit.messaging.EventBatchHandler.Received;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hears what happens to leads. */
@Component
class LeadListener {
    private static final Logger log = LoggerFactory.getLogger(LeadListener.class);

    private final FollowUps followUps;
    private final ContactListener contacts;
    private final LeadAliases aliases;

    LeadListener(FollowUps followUps, ContactListener contacts, LeadAliases aliases) {
        this.followUps = followUps;
        this.contacts = contacts;
        this.aliases = aliases;
    }

    void on(Envelope<EventData> event) {
        if (event.data() instanceof LeadEvent lead) {
            tell(event, lead, followUps);
            settled(event, lead);
        }
    }

    /** As {@link #on} of all of them, by a few operations of the store. */
    void onAll(List<Received> heard) {
        List<Envelope<EventData>> events = heard.stream()
                .map(Received::event)
                .filter(event -> event.data() instanceof LeadEvent)
                .toList();
        List<String> leads =
                events.stream().map(Envelope::aggregateId).distinct().toList();
        followUps.together(leads, group -> events.forEach(event -> tell(event, (LeadEvent) event.data(), group)));
        contacts.replayAll(events.stream()
                .filter(event -> event.data() instanceof LeadRegistered)
                .map(Envelope::aggregateId)
                .toList());
        events.stream()
                .filter(event -> !(event.data() instanceof LeadRegistered))
                .forEach(event -> settled(event, (LeadEvent) event.data()));
    }

    /** What follows once the plan is as the event makes it, never before: see EarlyContacts. */
    private void settled(Envelope<EventData> event, LeadEvent lead) {
        if (lead instanceof LeadRegistered) {
            contacts.replay(event.aggregateId());
        } else if (lead instanceof LeadRegisteredAgain again) {
            join(event, again);
        } else if (lead instanceof LeadMerged merged) {
            aliases.keep(event.aggregateId(), merged.intoLeadId());
        }
    }

    private static void tell(Envelope<EventData> event, LeadEvent lead, FollowUps followUps) {
        String leadId = event.aggregateId();
        var command = Command.hearing(event);
        switch (lead) {
            case LeadRegistered _ -> Effects.require(followUps.open(leadId, command, lead.dimensions()));
            case LeadAssigned assigned ->
                settle(event, followUps.reassign(leadId, command, lead.dimensions(), assigned.advisorId()));
            case LeadGraded graded ->
                settle(event, followUps.regrade(leadId, command, lead.dimensions(), graded.level()));
            case LeadOrdered _ -> settle(event, followUps.order(leadId, command, lead.dimensions(), true));
            case LeadOrderCancelled _ -> settle(event, followUps.order(leadId, command, lead.dimensions(), false));
            case LeadVisited _ -> settle(event, followUps.meet(leadId, command, lead.dimensions()));
            case LeadTestDriven _ -> settle(event, followUps.drive(leadId, command, lead.dimensions()));
            case LeadDelivered _ ->
                settle(event, followUps.close(leadId, command, lead.dimensions(), CancelReason.DELIVERED));
            case LeadLost _ -> settle(event, followUps.lose(leadId, command, lead.dimensions()));
            case LeadRecalled _ ->
                settle(event, followUps.close(leadId, command, lead.dimensions(), CancelReason.RECALLED));
            case LeadReopened reopened ->
                settle(event, followUps.reopen(leadId, command, lead.dimensions(), reopened.reason()));
            case LeadMerged _ ->
                settle(event, followUps.close(leadId, command, lead.dimensions(), CancelReason.MERGED));
            case LeadRegisteredAgain _,
                    LeadCardUpdated _,
                    LeadClashed _,
                    LeadAbsorbed _,
                    LeadScored _,
                    LeadContacted _,
                    LeadQuoted _,
                    LeadOrderChanged _,
                    LeadPaymentReceived _,
                    LeadLossProposed _,
                    LeadLossRefused _ -> settle(event, followUps.note(leadId, command, lead.dimensions()));
            case VisitLogged _ -> {
                // About a party of visitors; what it means for a lead is told by LeadVisited.
            }
        }
    }

    /** What a store system tells under the second reference is about this lead, also what it told before. */
    private void join(Envelope<EventData> event, LeadRegisteredAgain again) {
        if (again.reference() != null) {
            String id = AggregateIds.of(event.storeId(), "lead", again.reference());
            aliases.keep(id, event.aggregateId());
            contacts.replay(id);
        }
    }

    private static void settle(Envelope<EventData> event, Outcome<FollowUpPlan> outcome) {
        if (outcome instanceof Outcome.Nothing) {
            log.warn("{} of lead {} came without its registration", event.type(), event.aggregateId());
            return;
        }
        Effects.require(outcome);
    }
}
