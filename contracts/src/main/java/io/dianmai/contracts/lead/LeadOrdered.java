package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order was signed.
 *
 * @param price in fen
 * @param deposit in fen
 * @param financed paid by instalments or a loan
 * @param daysToOrder whole days from registration to order
 * @param expectedPayment when the rest of the price is expected (预计付款)
 * @param terms what the order says beyond that
 */
@EventType("dianmai.lead.ordered.v1")
public record LeadOrdered(
        LeadDimensions dimensions,
        String orderId,
        long price,
        long deposit,
        boolean financed,
        int daysToOrder,
        @Nullable Instant expectedDelivery,
        @Nullable Instant expectedPayment,
        @Nullable OrderTerms terms)
        implements LeadEvent {
    /** Of which no more is known than price and deposit. */
    public LeadOrdered(
            LeadDimensions dimensions,
            String orderId,
            long price,
            long deposit,
            boolean financed,
            int daysToOrder,
            @Nullable Instant expectedDelivery,
            @Nullable Instant expectedPayment) {
        this(dimensions, orderId, price, deposit, financed, daysToOrder, expectedDelivery, expectedPayment, null);
    }
}
