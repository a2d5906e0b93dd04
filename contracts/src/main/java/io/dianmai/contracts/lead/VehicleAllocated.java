package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * 配车: the vehicle is for an order now.
 *
 * @param orderId the store system's own id of the order
 * @param leadId the lead that ordered, where it is known
 */
@EventType("dianmai.stock.allocated.v1")
public record VehicleAllocated(
        StockVehicle vehicle, String orderId, @Nullable String leadId) implements StockEvent {}
