package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * 出库: the vehicle was sold.
 */
@EventType("dianmai.fact.stock-sold.v1")
public record StockSold(
        @NotBlank @Size(max = 100) String vehicleRef,
        @Nullable @Size(max = 100) String orderRef) implements StoreFact {}
