package io.dianmai.lead.stock;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.StockEvent;
import io.dianmai.contracts.lead.VehicleStocked;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.personal.SealedText;
import io.dianmai.lead.stock.VehicleCommand.Arrival;
import io.dianmai.lead.stock.VehicleCommand.Change;
import io.dianmai.lead.stock.VehicleCommand.Receipt;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 入库: what a store makes of a vehicle that comes to it, and of commands for one that never came. */
final class Intake {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private Intake() {}

    static Decision<StockEvent> decide(@Nullable Vehicle vehicle, String storeId, VehicleCommand asked, Instant time) {
        return switch (asked) {
            case Receipt receipt -> receive(vehicle, receipt, time);
            case Arrival arrival -> arrive(vehicle, arrival);
            case Change change -> vehicle == null ? refuse(VehicleRefusals.NOT_FOUND) : vehicle.decide(storeId, change);
        };
    }

    private static Decision<StockEvent> receive(@Nullable Vehicle vehicle, Receipt receipt, Instant time) {
        Instant agedFrom = agedFrom(vehicle, receipt, time);
        if (agedFrom.isAfter(time) || agedFrom.isBefore(EARLIEST)) {
            return refuse(VehicleRefusals.AGED_FROM_IMPOSSIBLE);
        }
        return objection(vehicle)
                .map(Decision::<StockEvent>refuse)
                .orElseGet(() -> accept(new VehicleStocked(receipt.vehicle(), receipt.cost(), agedFrom, null)));
    }

    /** A vehicle that comes back from another store has not become younger there. */
    private static Instant agedFrom(@Nullable Vehicle vehicle, Receipt receipt, Instant time) {
        return Optional.ofNullable(receipt.agedFrom())
                .or(() -> Optional.ofNullable(vehicle).map(Vehicle::agedFrom))
                .orElse(time);
    }

    private static Optional<Refusal> objection(@Nullable Vehicle vehicle) {
        if (vehicle == null) {
            return Optional.empty();
        }
        return switch (vehicle.state()) {
            case IN_STOCK, ALLOCATED -> Optional.of(VehicleRefusals.ALREADY_STOCKED);
            case SOLD -> Optional.of(VehicleRefusals.SOLD);
            case TRANSFERRED -> Optional.empty();
        };
    }

    /** The store may have stated itself already that it has the vehicle. */
    private static Decision<StockEvent> arrive(@Nullable Vehicle vehicle, Arrival arrival) {
        if (vehicle != null && vehicle.state().onHand() && same(vehicle, arrival)) {
            return accept();
        }
        boolean free = vehicle == null || (vehicle.state() == StockState.TRANSFERRED && same(vehicle, arrival));
        return free
                ? accept(new VehicleStocked(
                        arrival.vehicle(), arrival.cost(), arrival.agedFrom(), arrival.fromStoreId()))
                : refuse(VehicleRefusals.OTHER_VEHICLE);
    }

    /** By the VIN where both are known, else by the model: references are each store's own. */
    private static boolean same(Vehicle vehicle, Arrival arrival) {
        String here = vehicle.sealedVin();
        String there = arrival.sealedVin();
        if (here == null || there == null) {
            return vehicle.vehicle().model().equals(arrival.vehicle().model());
        }
        return SealedText.parse(here).hash().equals(SealedText.parse(there).hash());
    }
}
