package io.dianmai.lead.stock;

import io.dianmai.contracts.Envelope;
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
import io.dianmai.contracts.lead.OrderTerms;
import io.dianmai.contracts.lead.VisitLogged;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.lead.stock.VehicleCommand.Consequence;
import io.dianmai.lead.stock.VehicleCommand.HandedOut;
import io.dianmai.lead.stock.VehicleCommand.Reservation;
import io.dianmai.lead.stock.VehicleCommand.Withdrawal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells vehicles what becomes of the orders that name them. Lead and vehicle are two documents: so the second learns of
 * the first by its event, which no crash can lose.
 */
@Component
public class OrderedVehicles {
    private final Vehicles vehicles;
    private final NamedVehicles named;
    private final EarlyOrders early;

    OrderedVehicles(Vehicles vehicles, NamedVehicles named, EarlyOrders early) {
        this.vehicles = vehicles;
        this.named = named;
        this.early = early;
    }

    /** Hears every event of a lead. */
    public void on(Envelope<?> event, LeadEvent data) {
        switch (data) {
            case LeadOrdered ordered -> reserve(event, ordered);
            case LeadOrderCancelled cancelled -> withdraw(event, cancelled.orderId());
            case LeadDelivered delivered -> handOut(event, delivered);
            case LeadLost _ -> giveUp(event);
            case VisitLogged _,
                    LeadRegistered _,
                    LeadAssigned _,
                    LeadGraded _,
                    LeadVisited _,
                    LeadTestDriven _,
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

    private void reserve(Envelope<?> event, LeadOrdered ordered) {
        OrderTerms terms = ordered.terms();
        String vehicleId = terms == null ? null : idOf(event, terms.stockVehicleRef());
        if (vehicleId != null) {
            String leadId = event.aggregateId();
            named.add(event.storeId(), ordered.orderId(), leadId, vehicleId);
            tell(event, vehicleId, new Reservation(ordered.orderId(), leadId));
        }
    }

    private void withdraw(Envelope<?> event, String orderId) {
        String key = NamedVehicles.byOrder(event.storeId(), orderId);
        Set<String> all = named.find(key);
        all.forEach(vehicleId -> tell(event, vehicleId, new Withdrawal(orderId)));
        forget(key, all);
    }

    /** The customer has the one that was meant for the order; others that it named are free again. */
    private void handOut(Envelope<?> event, LeadDelivered delivered) {
        String orderId = delivered.orderId();
        String key = NamedVehicles.byOrder(event.storeId(), orderId);
        Set<String> all = named.find(key);
        String stated = idOf(event, delivered.stockVehicleRef());
        Optional<String> chosen = chosen(stated, all, orderId);
        chosen.ifPresent(vehicleId -> tell(event, vehicleId, new HandedOut(orderId, event.aggregateId())));
        all.stream()
                .filter(vehicleId -> !chosen.equals(Optional.of(vehicleId)))
                .forEach(vehicleId -> tell(event, vehicleId, new Withdrawal(orderId)));
        forget(key, all);
    }

    /** The order may still name the vehicle that another order got, and have been given a different one since. */
    private Optional<String> chosen(@Nullable String stated, Set<String> all, String orderId) {
        var candidates = new HashSet<>(all);
        Optional.ofNullable(stated).ifPresent(candidates::add);
        Optional<String> own = candidates.stream()
                .filter(vehicleId -> find(vehicleId)
                        .filter(vehicle -> vehicle.isFor(orderId))
                        .isPresent())
                .min(String::compareTo);
        boolean statedIsFree = stated != null
                && find(stated)
                        .filter(vehicle -> vehicle.standing().allocated() == null || vehicle.isFor(orderId))
                        .isPresent();
        return statedIsFree || own.isEmpty() ? Optional.ofNullable(stated) : own;
    }

    /** A lost lead buys nothing, whether or not its order was cancelled. */
    private void giveUp(Envelope<?> event) {
        String leadId = event.aggregateId();
        String key = NamedVehicles.byLead(event.storeId(), leadId);
        Set<String> all = named.find(key);
        for (String vehicleId : all) {
            find(vehicleId).stream()
                    .map(Vehicle::standing)
                    .flatMap(now -> Stream.concat(Stream.ofNullable(now.allocated()), now.clashes().stream()))
                    .filter(order -> leadId.equals(order.leadId()))
                    .forEach(order -> tell(event, vehicleId, new Withdrawal(order.orderId())));
        }
        forget(key, all);
    }

    /** Those of a vehicle that has just come into stock. */
    void catchUp(String vehicleId) {
        var waiting = early.waitingFor(vehicleId);
        waiting.forEach(order -> vehicles.follow(vehicleId, order.command(), order.consequence()));
        if (!waiting.isEmpty()) {
            early.forget(vehicleId);
        }
    }

    private void tell(Envelope<?> event, String vehicleId, Consequence consequence) {
        if (find(vehicleId).isPresent()) {
            vehicles.follow(vehicleId, Command.hearing(event), consequence);
        } else {
            early.keep(vehicleId, Command.hearing(event), consequence);
        }
    }

    private void forget(String key, Set<String> known) {
        if (!known.isEmpty()) {
            named.forget(key);
        }
    }

    private Optional<Vehicle> find(String vehicleId) {
        return vehicles.find(vehicleId).map(Stored::state);
    }

    private static @Nullable String idOf(Envelope<?> event, @Nullable String reference) {
        return reference == null ? null : Vehicles.idOf(event.storeId(), reference);
    }
}
