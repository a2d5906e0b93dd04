package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Delivery or payment of an order is expected at another time; absent for no known one.
 */
@EventType("dianmai.fact.order-changed.v1")
public record OrderChanged(
        @NotBlank @Size(max = 100) String leadRef,
        @NotBlank @Size(max = 100) String orderRef,
        @Nullable Instant expectedDelivery,
        @Nullable Instant expectedPayment)
        implements StoreFact {}
