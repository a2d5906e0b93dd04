package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * 调拨: the vehicle leaves for another store of the group, which has it in stock from then on.
 */
@EventType("dianmai.fact.stock-transferred.v1")
public record StockTransferred(
        @NotBlank @Size(max = 100) String vehicleRef,
        @NotBlank @Size(max = 100) String toStoreId) implements StoreFact {}
