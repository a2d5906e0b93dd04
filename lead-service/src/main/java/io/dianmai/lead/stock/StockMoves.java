package io.dianmai.lead.stock;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.lead.StockEvent;
import io.dianmai.contracts.lead.StockVehicle;
import io.dianmai.contracts.lead.VehicleAllocated;
import io.dianmai.contracts.lead.VehicleReleased;
import io.dianmai.contracts.lead.VehicleSold;
import io.dianmai.contracts.lead.VehicleStocked;
import io.dianmai.contracts.lead.VehicleTransferred;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.messaging.Effects;
import io.dianmai.lead.stock.VehicleCommand.Arrival;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What follows from the events of a vehicle: one that has left for another store comes into stock there, once, however
 * often that is heard; one that has come finds the orders that waited for it.
 */
@Component
public class StockMoves {
    private final Vehicles vehicles;
    private final NamedVehicles named;
    private final OrderedVehicles orders;

    StockMoves(Vehicles vehicles, NamedVehicles named, OrderedVehicles orders) {
        this.vehicles = vehicles;
        this.named = named;
        this.orders = orders;
    }

    /** Hears every event of a vehicle. */
    public void on(Envelope<?> event, StockEvent data) {
        switch (data) {
            case VehicleStocked _ -> orders.catchUp(event.aggregateId());
            case VehicleAllocated allocated ->
                named.add(event.storeId(), allocated.orderId(), allocated.leadId(), event.aggregateId());
            case VehicleTransferred left -> arrive(event, left);
            case VehicleReleased _, VehicleSold _ -> {}
        }
    }

    /** References are each store's own: one that is taken there is led by the store that the vehicle comes from. */
    private void arrive(Envelope<?> event, VehicleTransferred left) {
        String vin = vehicles.find(event.aggregateId())
                .map(vehicle -> vehicle.state().sealedVin())
                .orElse(null);
        String reference = left.vehicle().reference();
        String led = event.storeId() + "/" + reference;
        boolean ledBefore = vehicles.find(Vehicles.idOf(left.toStoreId(), led)).isPresent();
        if (ledBefore || taken(stock(event, left, reference, vin))) {
            Effects.require(stock(event, left, led, vin));
        }
    }

    private static boolean taken(Outcome<Vehicle> outcome) {
        if (outcome instanceof Outcome.Refused<Vehicle>(var refusal) && refusal.equals(VehicleRefusals.OTHER_VEHICLE)) {
            return true;
        }
        Effects.require(outcome);
        return false;
    }

    private Outcome<Vehicle> stock(Envelope<?> event, VehicleTransferred left, String reference, @Nullable String vin) {
        var arrival =
                new Arrival(called(reference, left.vehicle()), left.cost(), left.agedFrom(), event.storeId(), vin);
        return vehicles.carryOut(Vehicles.idOf(left.toStoreId(), reference), hearing(event, left.toStoreId()), arrival);
    }

    private static StockVehicle called(String reference, StockVehicle vehicle) {
        return new StockVehicle(
                reference, vehicle.model(), vehicle.colour(), vehicle.vin(), vehicle.newEnergy(), vehicle.flagship());
    }

    /** What is heard of one store's vehicle, for another store. */
    private static Command hearing(Envelope<?> event, String storeId) {
        return new Command(
                event.id(),
                storeId,
                event.time(),
                event.recordedTime(),
                event.traceParent(),
                new Command.Heard(event.aggregateId(), event.sequence()),
                null);
    }
}
