package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * 配车: the vehicle is for an order now.
 */
@EventType("dianmai.fact.stock-allocated.v1")
public record StockAllocated(
        @NotBlank @Size(max = 100) String vehicleRef,
        @NotBlank @Size(max = 100) String orderRef,
        @Nullable @Size(max = 100) String leadRef)
        implements StoreFact {}
