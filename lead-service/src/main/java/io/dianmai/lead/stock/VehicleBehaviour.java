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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a vehicle follows from its events, and from what is kept of commands that need none. */
final class VehicleBehaviour implements Behaviour<Vehicle, StockEvent> {

    @Override
    public Vehicle apply(String id, @Nullable Vehicle state, StockEvent event, Instant time) {
        return switch (event) {
            case VehicleStocked stocked -> stocked(state, stocked, time);
            case VehicleAllocated allocated ->
                standing(state, now -> now.meantFor(new Wanted(allocated.orderId(), allocated.leadId(), time)));
            case VehicleReleased _ -> standing(state, Standing::released);
            case VehicleSold sold -> standing(state, now -> now.soldTo(sold.orderId(), time));
            case VehicleTransferred left -> standing(state, now -> now.transferredTo(left.toStoreId(), time));
        };
    }

    /** What no event says: the sealed VIN, and the orders that cannot have the vehicle. */
    static Vehicle keep(Vehicle vehicle, VehicleCommand asked, Instant time) {
        return switch (asked) {
            case Receipt receipt -> sealed(vehicle, receipt.sealedVin());
            case Arrival arrival -> sealed(vehicle, arrival.sealedVin());
            case Reservation(String orderId, String leadId) -> named(vehicle, new Wanted(orderId, leadId, time));
            case HandedOut(String orderId, String leadId) ->
                soldToNobodyNamed(vehicle) ? vehicle : named(vehicle, new Wanted(orderId, leadId, time));
            case Withdrawal(String orderId) -> vehicle.with(vehicle.standing().without(orderId));
            case Allocation _, Release _, Sale _, Transfer _ -> vehicle;
        };
    }

    private static Vehicle named(Vehicle vehicle, Wanted order) {
        return vehicle.with(vehicle.standing().namedBy(order));
    }

    private static boolean soldToNobodyNamed(Vehicle vehicle) {
        return vehicle.state() == StockState.SOLD && vehicle.standing().allocated() == null;
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
                Standing.inStock(before == null ? List.of() : before.standing().clashes()));
    }

    private static Vehicle standing(@Nullable Vehicle state, UnaryOperator<Standing> next) {
        Vehicle vehicle = Objects.requireNonNull(state, "a vehicle begins with its receipt");
        return vehicle.with(next.apply(vehicle.standing()));
    }
}
