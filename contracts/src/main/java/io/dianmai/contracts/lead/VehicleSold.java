package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 出库: the vehicle was sold.
 *
 * @param orderId the store system's own id of the order, if there is one
 * @param cost in fen, as it was stocked
 * @param agedFrom as it was stocked
 */
@EventType("dianmai.stock.sold.v1")
public record VehicleSold(StockVehicle vehicle, @Nullable String orderId, long cost, Instant agedFrom)
        implements StockEvent {}
