package io.dianmai.aftersales;

import io.dianmai.aftersales.appointment.Appointment;
import io.dianmai.aftersales.appointment.Appointments;
import io.dianmai.aftersales.complaint.ComplaintCommand;
import io.dianmai.aftersales.complaint.Complaints;
import io.dianmai.aftersales.repairorder.RepairOrderCommand;
import io.dianmai.aftersales.repairorder.RepairOrders;
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
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.messaging.RejectedFacts;
import org.springframework.stereotype.Component;

/** Facts that store systems push, as commands to what this service owns. */
@Component
class StoreFacts {
    private final Appointments appointments;
    private final RepairOrders orders;
    private final Complaints complaints;
    private final JobOwners owners;
    private final RejectedFacts rejected;

    StoreFacts(
            Appointments appointments,
            RepairOrders orders,
            Complaints complaints,
            JobOwners owners,
            RejectedFacts rejected) {
        this.appointments = appointments;
        this.orders = orders;
        this.complaints = complaints;
        this.owners = owners;
        this.rejected = rejected;
    }

    void on(Envelope<EventData> event) {
        if (event.data() instanceof StoreFact fact && handle(event, fact) instanceof Outcome.Refused<?>(var refusal)) {
            rejected.reject(event, refusal);
        }
    }

    private Outcome<?> handle(Envelope<EventData> event, StoreFact fact) {
        String storeId = event.storeId();
        return switch (fact) {
            case AppointmentMade made ->
                appointments.book(
                        AggregateIds.of(storeId, "appointment", made.appointmentRef()),
                        Command.of(event),
                        new Appointment.Booking(
                                owners.dimensions(storeId, made.adviserId(), made.model()),
                                made.kind(),
                                made.appointedAt(),
                                made.plate()));
            case VehicleReceived received ->
                order(
                        event,
                        received.orderRef(),
                        new RepairOrderCommand.Open(
                                owners.dimensions(storeId, received.adviserId(), received.model()),
                                received.kind(),
                                received.appointmentRef() != null,
                                received.plate(),
                                received.promisedAt()));
            case WorkFinished finished ->
                order(
                        event,
                        finished.orderRef(),
                        new RepairOrderCommand.Finish(
                                finished.technicianId(), finished.soldMinutes(), finished.actualMinutes()));
            case JobSettled settled ->
                order(event, settled.orderRef(), new RepairOrderCommand.Settle(settled.settlement(), settled.addOn()));
            case SettlementReversed reversed ->
                order(event, reversed.orderRef(), new RepairOrderCommand.Reverse(reversed.reason()));
            case VehicleReturned returned -> order(event, returned.orderRef(), new RepairOrderCommand.HandOver());
            case ComplaintReceived received ->
                complaint(
                        event,
                        received.complaintRef(),
                        new ComplaintCommand.Open(
                                owners.dimensions(storeId, received.adviserId(), received.model()),
                                received.category()));
            case ComplaintReplied replied -> complaint(event, replied.complaintRef(), new ComplaintCommand.Answer());
            case ComplaintClosed closed ->
                complaint(event, closed.complaintRef(), new ComplaintCommand.Resolve(closed.satisfied()));
            case LeadCardChanged _,
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
                    CostBooked _,
                    LeadReceived _,
                    LeadHandedTo _,
                    LeadAssessed _,
                    VisitReceived _,
                    TestDriveTaken _,
                    OrderSigned _,
                    OrderCancelled _,
                    VehicleDelivered _,
                    CustomerLost _,
                    ContactMade _ -> new Outcome.Nothing<>();
        };
    }

    private Outcome<?> order(Envelope<EventData> event, String reference, RepairOrderCommand command) {
        return orders.execute(AggregateIds.of(event.storeId(), "repair-order", reference), Command.of(event), command);
    }

    private Outcome<?> complaint(Envelope<EventData> event, String reference, ComplaintCommand command) {
        return complaints.execute(AggregateIds.of(event.storeId(), "complaint", reference), Command.of(event), command);
    }
}
