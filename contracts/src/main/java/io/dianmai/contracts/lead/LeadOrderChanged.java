package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Delivery or payment of an order is expected at another time, or no longer at a known one.
 *
 * @param outstanding in fen, what is still to be paid
 * @param previousExpectedPayment what was expected before
 */
@EventType("dianmai.lead.order-changed.v1")
public record LeadOrderChanged(
        LeadDimensions dimensions,
        String orderId,
        long outstanding,
        @Nullable Instant expectedDelivery,
        @Nullable Instant expectedPayment,
        @Nullable Instant previousExpectedDelivery,
        @Nullable Instant previousExpectedPayment)
        implements LeadEvent {}
