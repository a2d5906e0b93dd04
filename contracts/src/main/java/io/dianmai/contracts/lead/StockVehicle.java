package io.dianmai.contracts.lead;

import org.jspecify.annotations.Nullable;

/**
 * A vehicle in stock, as far as numbers are cut by it.
 *
 * @param reference the store system's own id of it
 * @param vin 车架号, masked
 */
public record StockVehicle(
        String reference,
        String model,
        @Nullable String colour,
        @Nullable String vin,
        boolean newEnergy,
        boolean flagship) {}
