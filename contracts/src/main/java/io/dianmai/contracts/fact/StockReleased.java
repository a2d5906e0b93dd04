package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The vehicle is for no order any more.
 */
@EventType("dianmai.fact.stock-released.v1")
public record StockReleased(@NotBlank @Size(max = 100) String vehicleRef) implements StoreFact {}
