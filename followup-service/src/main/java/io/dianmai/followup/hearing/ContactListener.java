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
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Hears what store systems tell of contacts and tasks, also of leads that are yet to be heard of. */
@Component
class ContactListener {
    private final FollowUps followUps;
    private final EarlyContacts early;
    private final LeadAliases aliases;
    private final RejectedFacts rejected;

    ContactListener(FollowUps followUps, EarlyContacts early, LeadAliases aliases, RejectedFacts rejected) {
        this.followUps = followUps;
        this.early = early;
        this.aliases = aliases;
        this.rejected = rejected;
    }

    void on(Envelope<EventData> event) {
        if (event.data() instanceof StoreFact fact) {
            switch (fact) {
                case ContactMade contact -> on(event, contact.leadRef(), fact);
                case FollowUpPutOff putOff -> on(event, putOff.leadRef(), fact);
                case FollowUpPassedOver passedOver -> on(event, passedOver.leadRef(), fact);
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

    /**
     * Carries out the facts that waited for a plan, in the order they were told.
     *
     * @param id under which they waited: the lead's, or another that the same customer has
     */
    void replay(String id) {
        for (Envelope<StoreFact> fact : early.of(id)) {
            carryOut(aliases.leadOf(id), fact, fact.data());
            early.release(id, fact);
        }
    }

    /** As {@link #replay} of all of these. */
    void replayAll(Collection<String> ids) {
        early.among(ids).forEach(this::replay);
    }

    private void on(Envelope<EventData> event, String leadRef, StoreFact fact) {
        String id = AggregateIds.of(event.storeId(), "lead", leadRef);
        int waiting = early.waiting(id);
        boolean inTurn = waiting == 0;
        if (inTurn && !(carryOut(aliases.leadOf(id), event, fact) instanceof Outcome.Nothing)) {
            return;
        }
        if (waiting >= EarlyContacts.LIMIT) {
            rejected.reject(event, Refusal.notFound("lead-unknown", "Register the lead before its contacts."));
            return;
        }
        early.park(id, event);
        if (followUps.find(aliases.leadOf(id)).isPresent()) {
            replay(id);
        }
    }

    private Outcome<FollowUpPlan> carryOut(String leadId, Envelope<?> event, StoreFact fact) {
        Outcome<FollowUpPlan> outcome = outcome(leadId, Command.of(event), fact);
        if (outcome instanceof Outcome.Refused<FollowUpPlan>(Refusal refusal)) {
            rejected.reject(event, refusal);
        }
        return outcome;
    }

    private Outcome<FollowUpPlan> outcome(String leadId, Command command, StoreFact fact) {
        if (fact instanceof ContactMade contact) {
            return followUps.contact(leadId, command, Contact.of(contact));
        }
        if (fact instanceof FollowUpPutOff putOff) {
            return followUps.putOff(leadId, command, putOff.until(), putOff.reason());
        }
        if (fact instanceof FollowUpPassedOver passedOver) {
            return followUps.skip(leadId, command, passedOver.reason());
        }
        throw new IllegalArgumentException("not about a task: " + fact);
    }
}
