package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;

/**
 * The vehicle is for no order any more.
 */
@EventType("dianmai.stock.released.v1")
public record VehicleReleased(StockVehicle vehicle, String orderId) implements StockEvent {}
