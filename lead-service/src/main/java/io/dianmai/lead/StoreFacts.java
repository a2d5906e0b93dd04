package io.dianmai.lead;

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
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.messaging.RejectedFacts;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.lead.activity.ActivityFacts;
import io.dianmai.lead.card.CardFacts;
import io.dianmai.lead.lead.LeadCommand;
import io.dianmai.lead.lead.LeadCommand.Assessment;
import io.dianmai.lead.lead.LeadCommand.Assignment;
import io.dianmai.lead.lead.LeadCommand.Registration;
import io.dianmai.lead.lead.Leads;
import io.dianmai.lead.lead.SaleCommand.Reactivation;
import io.dianmai.lead.sale.SaleFacts;
import io.dianmai.lead.stock.StockFacts;
import io.dianmai.lead.visit.VisitEntry;
import io.dianmai.lead.visit.Visits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what store systems state into the commands that people give too. */
@Component
class StoreFacts {
    private final Leads leads;
    private final Visits visits;
    private final StockFacts stock;
    private final ActivityFacts activities;
    private final CardFacts cards;
    private final RejectedFacts rejected;

    StoreFacts(
            Leads leads,
            Visits visits,
            StockFacts stock,
            ActivityFacts activities,
            CardFacts cards,
            RejectedFacts rejected) {
        this.cards = cards;
        this.leads = leads;
        this.visits = visits;
        this.stock = stock;
        this.activities = activities;
        this.rejected = rejected;
    }

    void on(Envelope<EventData> event) {
        switch (Bindings.expected(StoreFact.class, event.data())) {
            case LeadReceived fact -> settle(event, register(event, fact));
            case LeadHandedTo fact -> change(event, fact.leadRef(), new Assignment(fact.advisorId()));
            case LeadTakenBack fact -> change(event, fact.leadRef(), new LeadCommand.Recall(fact.note()));
            case LeadAssessed fact ->
                change(event, fact.leadRef(), new Assessment(criteria(fact.criteria()), fact.level(), fact.reason()));
            case TestDriveTaken fact -> change(event, fact.leadRef(), SaleFacts.testDrive(fact, event.recordedTime()));
            case QuoteGiven fact -> change(event, fact.leadRef(), SaleFacts.quotation(fact));
            case OrderSigned fact -> change(event, fact.leadRef(), SaleFacts.order(fact));
            case OrderChanged fact -> change(event, fact.leadRef(), SaleFacts.orderChange(fact));
            case PaymentReceived fact -> change(event, fact.leadRef(), SaleFacts.payment(fact));
            case OrderCancelled fact -> change(event, fact.leadRef(), SaleFacts.cancellation(fact));
            case VehicleDelivered fact -> change(event, fact.leadRef(), SaleFacts.delivery(fact));
            case CustomerLost fact -> change(event, fact.leadRef(), SaleFacts.loss(fact));
            case LeadReactivated fact -> change(event, fact.leadRef(), new Reactivation());
            case VisitReceived fact -> settle(event, log(event, fact));
            case StockReceived fact -> settle(event, stock.on(event, fact));
            case StockAllocated fact -> settle(event, stock.on(event, fact));
            case StockReleased fact -> settle(event, stock.on(event, fact));
            case StockSold fact -> settle(event, stock.on(event, fact));
            case StockTransferred fact -> settle(event, stock.on(event, fact));
            case ActivityAnnounced fact -> settle(event, activities.on(event, fact));
            case ActivityMoved fact -> settle(event, activities.on(event, fact));
            case ActivityDropped fact -> settle(event, activities.on(event, fact));
            case CostBooked fact -> settle(event, activities.on(event, fact));
            case LeadCardChanged fact -> settle(event, cards.change(event, fact));
            // Others own what these mean.
            case ContactMade _,
                    AppointmentMade _,
                    VehicleReceived _,
                    WorkFinished _,
                    JobSettled _,
                    SettlementReversed _,
                    VehicleReturned _,
                    ComplaintReceived _,
                    ComplaintReplied _,
                    ComplaintClosed _,
                    FollowUpPutOff _,
                    FollowUpPassedOver _ -> {}
        }
    }

    private Outcome<?> register(Envelope<?> event, LeadReceived fact) {
        var customer = SealedCustomer.parse(fact.customerName(), fact.phone());
        var registration = new Registration(
                fact.leadRef(),
                fact.channel(),
                fact.customerClass() == null ? CustomerClass.PROSPECT : fact.customerClass(),
                customer.masked(),
                fact.model(),
                fact.activityId(),
                fact.advisorId(),
                criteria(fact.criteria()),
                fact.interest(),
                fact.consent(),
                null);
        String id = AggregateIds.of(event.storeId(), "lead", fact.leadRef());
        return leads.register(id, Command.of(event), registration, customer);
    }

    private Outcome<?> log(Envelope<?> event, VisitReceived fact) {
        var customer = SealedCustomer.parse(fact.customerName(), fact.phone());
        var entry = new VisitEntry(
                fact.kind(),
                fact.partySize(),
                fact.retained(),
                fact.leadRef() == null ? null : leads.idOf(event.storeId(), fact.leadRef()),
                fact.advisorId(),
                fact.model(),
                customer.masked(),
                fact.repeat());
        String id = AggregateIds.of(event.storeId(), "visit", fact.visitRef());
        return visits.log(id, Command.of(event), entry, customer);
    }

    private void change(Envelope<?> event, String leadRef, LeadCommand asked) {
        settle(event, leads.carryOut(leads.idOf(event.storeId(), leadRef), Command.of(event), asked));
    }

    private void settle(Envelope<?> event, Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?>(Refusal refusal)) {
            rejected.reject(event, refusal);
        }
    }

    private static List<GradingCriterion> criteria(@Nullable List<GradingCriterion> criteria) {
        return criteria == null ? List.of() : criteria;
    }
}
