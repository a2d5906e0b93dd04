package io.dianmai.lead.stock;

import io.dianmai.kit.aggregate.Stored;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle as it is shown: the VIN masked, for everybody.
 *
 * @param cost in fen
 * @param ageDays calendar days of the store in the stock of the group, until it was sold or transferred
 * @param orderRef the order that it is for, or was sold to
 * @param clashes other orders that name it and need another vehicle
 */
record VehicleView(
        String id,
        String storeId,
        String vehicleRef,
        String model,
        @Nullable String colour,
        @Nullable String vin,
        boolean newEnergy,
        boolean flagship,
        StockState state,
        long cost,
        Instant agedFrom,
        long ageDays,
        Instant stockedAt,
        @Nullable String fromStoreId,
        @Nullable String orderRef,
        @Nullable String leadId,
        @Nullable Instant allocatedAt,
        List<Wish> clashes,
        @Nullable Instant leftAt,
        @Nullable String toStoreId) {

    /** An order that names the vehicle. */
    record Wish(String orderRef, @Nullable String leadId, Instant since) {
        static Wish of(Wanted order) {
            return new Wish(order.orderId(), order.leadId(), order.since());
        }
    }

    static VehicleView of(Stored<Vehicle> stored, Instant now, ZoneId zone) {
        Vehicle vehicle = stored.state();
        Standing standing = vehicle.standing();
        Wanted order = standing.allocated();
        Instant until = standing.leftAt() == null ? now : standing.leftAt();
        return new VehicleView(
                stored.id(),
                stored.storeId(),
                vehicle.vehicle().reference(),
                vehicle.vehicle().model(),
                vehicle.vehicle().colour(),
                vehicle.vehicle().vin(),
                vehicle.vehicle().newEnergy(),
                vehicle.vehicle().flagship(),
                vehicle.state(),
                vehicle.cost(),
                vehicle.agedFrom(),
                StockAge.days(vehicle.agedFrom(), until, zone),
                vehicle.stockedAt(),
                vehicle.fromStoreId(),
                order == null ? null : order.orderId(),
                order == null ? null : order.leadId(),
                order == null ? null : order.since(),
                standing.clashes().stream().map(Wish::of).toList(),
                standing.leftAt(),
                standing.toStoreId());
    }
}
