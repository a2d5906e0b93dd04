package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.Fen;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 报价.
 *
 * @param quoteRef the store system's own id of the quote
 * @param price in fen, what the customer would pay
 * @param discount in fen, off the list price
 */
@EventType("dianmai.fact.quote-given.v1")
public record QuoteGiven(
        @NotBlank @Size(max = 100) String leadRef,
        @NotBlank @Size(max = 100) String quoteRef,
        @NotBlank @Size(max = 100) String model,
        @Positive @Max(Fen.MAX) long price,
        @PositiveOrZero @Max(Fen.MAX) long discount,
        boolean financed,
        @Nullable Instant validUntil)
        implements StoreFact {}
