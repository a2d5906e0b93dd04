package io.dianmai.contracts.lead;

/**
 * What happened to a vehicle in stock. Its subject is the vehicle at one store.
 */
public sealed interface StockEvent extends SalesEvent
        permits VehicleStocked, VehicleAllocated, VehicleReleased, VehicleSold, VehicleTransferred {
    /** What it happened to. */
    StockVehicle vehicle();
}
