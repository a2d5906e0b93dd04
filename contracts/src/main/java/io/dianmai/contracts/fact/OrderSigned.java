package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.Fen;
import io.dianmai.contracts.lead.OrderTerms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order was signed.
 *
 * @param orderRef the store system's own id of the order
 * @param price in fen
 * @param deposit in fen
 * @param financed paid by instalments or a loan
 * @param expectedPayment when the rest of the price is expected (预计付款)
 * @param terms what the order says beyond that
 */
@EventType("dianmai.fact.order-signed.v1")
public record OrderSigned(
        @NotBlank @Size(max = 100) String leadRef,
        @NotBlank @Size(max = 100) String orderRef,
        @NotBlank @Size(max = 100) String model,
        @Positive @Max(Fen.MAX) long price,
        @PositiveOrZero @Max(Fen.MAX) long deposit,
        boolean financed,
        @Nullable Instant expectedDelivery,
        @Nullable Instant expectedPayment,
        @Nullable OrderTerms terms)
        implements StoreFact {
    /** Of which no more is known. */
    public OrderSigned(
            String leadRef,
            String orderRef,
            String model,
            long price,
            long deposit,
            boolean financed,
            @Nullable Instant expectedDelivery,
            @Nullable Instant expectedPayment) {
        this(leadRef, orderRef, model, price, deposit, financed, expectedDelivery, expectedPayment, null);
    }
}
