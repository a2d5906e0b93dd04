package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.Fen;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * 收款 for an order.
 *
 * @param paymentRef the store system's own id of the payment
 * @param amount in fen; negative when money was given back
 */
@EventType("dianmai.fact.payment-received.v1")
public record PaymentReceived(
        @NotBlank @Size(max = 100) String leadRef,
        @NotBlank @Size(max = 100) String orderRef,
        @NotBlank @Size(max = 100) String paymentRef,
        @Min(-Fen.MAX) @Max(Fen.MAX) long amount)
        implements StoreFact {}
