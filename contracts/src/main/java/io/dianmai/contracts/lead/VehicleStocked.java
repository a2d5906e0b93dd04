package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 入库: the vehicle is in stock.
 *
 * @param cost in fen
 * @param agedFrom when it came into the stock of the group: its age counts from then on
 * @param fromStoreId the store that it was transferred from
 */
@EventType("dianmai.stock.stocked.v1")
public record VehicleStocked(
        StockVehicle vehicle,
        long cost,
        Instant agedFrom,
        @Nullable String fromStoreId) implements StockEvent {}
