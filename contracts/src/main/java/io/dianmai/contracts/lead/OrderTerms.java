package io.dianmai.contracts.lead;

import io.dianmai.contracts.Fen;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an order says beyond price and deposit. Amounts are in fen; what is absent is not known.
 *
 * @param discount off the list price
 * @param financedAmount paid by a loan or in instalments
 * @param instalments number of monthly instalments
 * @param insurancePremium of a policy sold with it
 * @param accessories 精品
 * @param tradeInValue 置换: what the old vehicle counts for
 * @param stockVehicleRef the store system's own id of the vehicle in stock that the order is for
 */
public record OrderTerms(
        @Nullable @PositiveOrZero @Max(Fen.MAX) Long discount,
        @Nullable @PositiveOrZero @Max(Fen.MAX) Long financedAmount,
        @Nullable @Min(1) @Max(120) Integer instalments,
        @Nullable @PositiveOrZero @Max(Fen.MAX) Long insurancePremium,
        @Nullable @PositiveOrZero @Max(Fen.MAX) Long accessories,
        @Nullable @PositiveOrZero @Max(Fen.MAX) Long tradeInValue,
        @Nullable @Size(max = 100) String stockVehicleRef) {}
