package io.dianmai.followup.hearing;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.fact.ActivityAnnounced;
import io.dianmai.contracts.fact.ActivityDropped;
import io.dianmai.contracts.fact.ActivityMoved;
import io.dianmai.contracts.fact.AppointmentMade;
import io.dianmai.contracts.fact.ComplaintClosed;
import io.dianmai.contracts.fact.ComplaintReceived;
import io.dianmai.contracts.fact.ComplaintReplied;
import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.fact.CostBooked;
import io.dianmai.contracts.fact.CustomerLost;
import io.dianmai.contracts.fact.FollowUpPassedOver;
import io.dianmai.contracts.fact.FollowUpPutOff;
import io.dianmai.contracts.fact.JobSettled;
import io.dianmai.contracts.fact.LeadAssessed;
import io.dianmai.contracts.fact.LeadCardChanged;
import io.dianmai.contracts.fact.LeadHandedTo;
import io.dianmai.contracts.fact.LeadReactivated;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.LeadTakenBack;
import io.dianmai.contracts.fact.OrderCancelled;
import io.dianmai.contracts.fact.OrderChanged;
import io.dianmai.contracts.fact.OrderSigned;
import io.dianmai.contracts.fact.PaymentReceived;
import io.dianmai.contracts.fact.QuoteGiven;
import io.dianmai.contracts.fact.SettlementReversed;
import io.dianmai.contracts.fact.StockAllocated;
import io.dianmai.contracts.fact.StockReceived;
import io.dianmai.contracts.fact.StockReleased;
import io.dianmai.contracts.fact.StockSold;
import io.dianmai.contracts.fact.StockTransferred;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.fact.TestDriveTaken;
import io.dianmai.contracts.fact.VehicleDelivered;
import io.dianmai.contracts.fact.VehicleReceived;
import io.dianmai.contracts.fact.VehicleReturned;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.fact.WorkFinished;
import io.dianmai.followup.plan.Contact;
import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.followup.plan.FollowUps;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.messaging.RejectedFacts;
import org.springframework.stereotype.Component;

/** Hears the contacts that store systems tell of, also those of leads that are yet to be heard of. */
@Component
class ContactListener {
    private final FollowUps followUps;
    private final EarlyContacts early;
    private final RejectedFacts rejected;

    ContactListener(FollowUps followUps, EarlyContacts early, RejectedFacts rejected) {
        this.followUps = followUps;
        this.early = early;
        this.rejected = rejected;
    }

    void on(Envelope<EventData> event) {
        if (event.data() instanceof StoreFact fact) {
            switch (fact) {
                case ContactMade contact -> on(event, contact);
                case LeadReceived _,
                        LeadHandedTo _,
                        LeadAssessed _,
                        VisitReceived _,
                        TestDriveTaken _,
                        OrderSigned _,
                        OrderCancelled _,
                        VehicleDelivered _,
                        CustomerLost _,
                        AppointmentMade _,
                        VehicleReceived _,
                        WorkFinished _,
                        JobSettled _,
                        SettlementReversed _,
                        VehicleReturned _,
                        ComplaintReceived _,
                        ComplaintReplied _,
                        ComplaintClosed _,
                        LeadCardChanged _,
                        LeadTakenBack _,
                        LeadReactivated _,
                        QuoteGiven _,
                        OrderChanged _,
                        PaymentReceived _,
                        FollowUpPutOff _,
                        FollowUpPassedOver _,
                        StockReceived _,
                        StockAllocated _,
                        StockReleased _,
                        StockSold _,
                        StockTransferred _,
                        ActivityAnnounced _,
                        ActivityMoved _,
                        ActivityDropped _,
                        CostBooked _ -> {
                    // Other services own these.
                }
            }
        }
    }

    /** Carries out the contacts that waited for a plan, in the order they were told. */
    void replay(String leadId) {
        for (Envelope<ContactMade> fact : early.of(leadId)) {
            log(leadId, fact, fact.data());
            early.release(leadId, fact);
        }
    }

    private void on(Envelope<EventData> event, ContactMade contact) {
        String leadId = AggregateIds.of(event.storeId(), "lead", contact.leadRef());
        int waiting = early.waiting(leadId);
        boolean inTurn = waiting == 0;
        if (inTurn && !(log(leadId, event, contact) instanceof Outcome.Nothing)) {
            return;
        }
        if (waiting >= EarlyContacts.LIMIT) {
            rejected.reject(event, Refusal.notFound("lead-unknown", "Register the lead before its contacts."));
            return;
        }
        early.park(leadId, event);
        if (followUps.find(leadId).isPresent()) {
            replay(leadId);
        }
    }

    private Outcome<FollowUpPlan> log(String leadId, Envelope<?> event, ContactMade contact) {
        Outcome<FollowUpPlan> outcome = followUps.contact(leadId, Command.of(event), Contact.of(contact));
        if (outcome instanceof Outcome.Refused<FollowUpPlan>(Refusal refusal)) {
            rejected.reject(event, refusal);
        }
        return outcome;
    }
}
