package io.dianmai.lead.stock;

import io.dianmai.contracts.lead.StockEvent;
import io.dianmai.contracts.lead.VehicleAllocated;
import io.dianmai.contracts.lead.VehicleReleased;
import io.dianmai.contracts.lead.VehicleSold;
import io.dianmai.contracts.lead.VehicleStocked;
import io.dianmai.contracts.lead.VehicleTransferred;
import io.dianmai.kit.aggregate.Behaviour;
import io.dianmai.lead.stock.VehicleCommand.Allocation;
import io.dianmai.lead.stock.VehicleCommand.Arrival;
import io.dianmai.lead.stock.VehicleCommand.HandedOut;
import io.dianmai.lead.stock.VehicleCommand.Receipt;
import io.dianmai.lead.stock.VehicleCommand.Release;
import io.dianmai.lead.stock.VehicleCommand.Reservation;
import io.dianmai.lead.stock.VehicleCommand.Sale;
import io.dianmai.lead.stock.VehicleCommand.Transfer;
import io.dianmai.lead.stock.VehicleCommand.Withdrawal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a vehicle follows from its events, and from what is kept of commands that need none. */
final class VehicleBehaviour implements Behaviour<Vehicle, StockEvent> {

    @Override
    public Vehicle apply(String id, @Nullable Vehicle state, StockEvent event, Instant time) {
        return switch (event) {
            case VehicleStocked stocked -> stocked(state, stocked, time);
            case VehicleAllocated(_, String orderId, var leadId) ->
                onFile(state).meantFor(new Wanted(orderId, leadId, time));
            case VehicleReleased _ -> onFile(state).meantFor(null);
            case VehicleSold sold -> onFile(state).soldTo(sold.orderId(), time);
            case VehicleTransferred left -> onFile(state).transferredTo(left.toStoreId(), time);
        };
    }

    /** What no event says: the sealed VIN, and the orders that cannot have the vehicle. */
    static Vehicle keep(Vehicle vehicle, VehicleCommand asked, Instant time) {
        return switch (asked) {
            case Receipt receipt -> sealed(vehicle, receipt.sealedVin());
            case Arrival arrival -> sealed(vehicle, arrival.sealedVin());
            case Reservation(String orderId, String leadId) -> named(vehicle, new Wanted(orderId, leadId, time));
            case HandedOut(String orderId, String leadId) ->
                vehicle.state() == StockState.SOLD && vehicle.allocated() == null
                        ? vehicle
                        : named(vehicle, new Wanted(orderId, leadId, time));
            case Withdrawal(String orderId) -> vehicle.without(orderId);
            case Allocation _, Release _, Sale _, Transfer _ -> vehicle;
        };
    }

    private static Vehicle named(Vehicle vehicle, Wanted order) {
        return vehicle.isFor(order.orderId()) ? vehicle : vehicle.clashing(order);
    }

    private static Vehicle sealed(Vehicle vehicle, @Nullable String vin) {
        return vin == null ? vehicle : vehicle.sealed(vin);
    }

    private static Vehicle stocked(@Nullable Vehicle before, VehicleStocked event, Instant time) {
        return new Vehicle(
                event.vehicle(),
                before == null ? null : before.sealedVin(),
                event.cost(),
                event.agedFrom(),
                time,
                event.fromStoreId(),
                StockState.IN_STOCK,
                null,
                before == null ? List.of() : before.clashes(),
                null,
                null);
    }

    private static Vehicle onFile(@Nullable Vehicle vehicle) {
        return Objects.requireNonNull(vehicle, "a vehicle begins with its receipt");
    }
}
