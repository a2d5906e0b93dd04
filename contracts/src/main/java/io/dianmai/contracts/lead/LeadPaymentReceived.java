package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 收款 for an order.
 *
 * @param amount in fen; negative when money was given back
 * @param outstanding in fen, what is still to be paid after it
 * @param previouslyOutstanding in fen, what was to be paid before it
 * @param expectedPayment when the rest of the price was expected
 */
@EventType("dianmai.lead.payment-received.v1")
public record LeadPaymentReceived(
        LeadDimensions dimensions,
        String orderId,
        String paymentId,
        long amount,
        long outstanding,
        long previouslyOutstanding,
        @Nullable Instant expectedPayment)
        implements LeadEvent {}
