package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import java.time.Instant;

/**
 * 调拨: the vehicle has left for another store.
 *
 * @param cost in fen, as it was stocked
 * @param agedFrom as it was stocked
 */
@EventType("dianmai.stock.transferred.v1")
public record VehicleTransferred(StockVehicle vehicle, String toStoreId, long cost, Instant agedFrom)
        implements StockEvent {}
