package io.dianmai.system;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.Settlement;
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
import io.dianmai.contracts.fact.TestDriveTaken;
import io.dianmai.contracts.fact.VehicleDelivered;
import io.dianmai.contracts.fact.VehicleReceived;
import io.dianmai.contracts.fact.VehicleReturned;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.fact.WorkFinished;
import io.dianmai.contracts.lead.VisitKind;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the platform must have made of {@link Stories}, counted from the accepted facts alone and by other code than the
 * platform's. Holds for these stories only: every lead is answered in time once, and every agreed call is forgotten.
 */
final class Expected {
    private final Map<String, Long> counters = new TreeMap<>();
    private final Set<String> rungs = new TreeSet<>();

    private Expected() {}

    static Expected of(Collection<Fact> facts) {
        var expected = new Expected();
        Set<String> returned = facts.stream()
                .map(Fact::data)
                .filter(VehicleReturned.class::isInstance)
                .map(data -> ((VehicleReturned) data).orderRef())
                .collect(Collectors.toSet());
        facts.forEach(fact -> expected.count(fact, returned));
        return expected;
    }

    /** By the names of the KPI catalogue; counters that stay zero are left out. */
    Map<String, Long> counters() {
        return counters;
    }

    /** {@code <aggregate id>/<rung>} of each reminder that must have fired. */
    Set<String> rungs() {
        return rungs;
    }

    private void count(Fact fact, Set<String> returned) {
        switch (fact.data()) {
            case LeadReceived _ -> add("leadsRegistered", 1);
            case VisitReceived visit -> visit(visit);
            case ContactMade contact -> {
                contact();
                forgottenCall(fact.storeId(), contact.leadRef());
            }
            case OrderSigned order -> {
                add("orders", 1);
                add("financedOrders", order.financed() ? 1 : 0);
                // The order lifts the lead from C to O.
                add("levelUpgrades", 1);
            }
            case VehicleDelivered delivery -> delivery(delivery);
            case CustomerLost _ -> add("leadsLost", 1);
            case VehicleReceived vehicle -> job(fact.storeId(), vehicle, returned);
            case WorkFinished work -> {
                add("jobsQualityChecked", 1);
                add("soldHours", work.soldMinutes());
                add("actualHours", work.actualMinutes());
            }
            case JobSettled settled -> settlement(settled);
            case VehicleReturned _ -> {
                add("handoversPromised", 1);
                add("handoversOnTime", 1);
            }
            case ComplaintReceived _ -> add("complaintsOpened", 1);
            case ComplaintReplied _ -> add("complaintsAnsweredOnTime", 1);
            case ComplaintClosed closed -> {
                add("complaintsClosed", 1);
                add("complaintsResolvedOnTime", 1);
                add("complaintsSatisfied", Boolean.TRUE.equals(closed.satisfied()) ? 1 : 0);
            }
            case LeadAssessed _,
                    LeadHandedTo _,
                    TestDriveTaken _,
                    OrderCancelled _,
                    AppointmentMade _,
                    SettlementReversed _,
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
                    CostBooked _ -> throw new IllegalArgumentException("no part of the stories: " + fact);
        }
    }

    private void visit(VisitReceived visit) {
        add(visit.kind() == VisitKind.WALK_IN ? "walkIns" : "calls", 1);
        add("visitsRetained", visit.retained() ? 1 : 0);
        if (visit.leadRef() != null) {
            add("leadsVisited", 1);
            contact();
        }
    }

    /** The first contact with a lead answers it in time. */
    private void contact() {
        add("contacts", 1);
        add("effectiveContacts", 1);
        add("firstResponses", 1);
        add("firstResponsesOnTime", 1);
        add("followUpsDue", 1);
        add("followUpsOnTime", 1);
    }

    private void forgottenCall(String storeId, String leadRef) {
        add("followUpsDue", 1);
        add("followUpsOverdue", 1);
        bothRungs(AggregateIds.of(storeId, "lead", leadRef));
    }

    private void delivery(VehicleDelivered delivery) {
        add("vehiclesDelivered", 1);
        add("nevDelivered", delivery.newEnergy() ? 1 : 0);
        add("newPolicies", delivery.insured() ? 1 : 0);
        add("vehicleGrossProfit", delivery.grossProfit());
        add("accessoryRevenue", delivery.accessoryRevenue());
    }

    private void job(String storeId, VehicleReceived vehicle, Set<String> returned) {
        add("shopVisits", 1);
        add("repairVehicles", 1);
        if (!returned.contains(vehicle.orderRef())) {
            bothRungs(AggregateIds.of(storeId, "repair-order", vehicle.orderRef()));
        }
        if (vehicle.kind() == JobKind.ACCIDENT) {
            throw new IllegalArgumentException("no part of the stories: " + vehicle);
        }
    }

    private void settlement(JobSettled settled) {
        Settlement amounts = settled.settlement();
        add("jobsSettled", 1);
        add("repairRevenue", amounts.labour() + amounts.parts() + amounts.care() + amounts.beauty());
        add("careRevenue", amounts.care());
        add("scrapRevenue", amounts.scrap());
        add("addOnVisits", settled.addOn() ? 1 : 0);
    }

    /** The warning before, which has passed when the deadline is told, and the deadline itself. */
    private void bothRungs(String aggregateId) {
        rungs.add(aggregateId + "/0");
        rungs.add(aggregateId + "/1");
    }

    private void add(String counter, long amount) {
        if (amount != 0) {
            counters.merge(counter, amount, Long::sum);
        }
    }
}
