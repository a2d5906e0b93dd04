package io.dianmai.lead.sale;

import io.dianmai.contracts.Fen;
import io.dianmai.lead.lead.SaleCommand.Quotation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Body of a request that takes down a quote. Amounts are in fen.
 *
 * @param price what the customer would pay
 * @param discount off the list price
 * @param validUntil absent for no end
 */
@Schema(example = """
        {"quoteRef":"Q-1","model":"Yunhai X5","price":14880000,"discount":600000,"financed":true,
         "validUntil":"2026-03-20T15:59:59Z"}""")
record QuoteRequest(
        @NotBlank @Size(max = 100) String quoteRef,
        @NotBlank @Size(max = 100) String model,
        @Positive @Max(Fen.MAX) long price,
        @PositiveOrZero @Max(Fen.MAX) long discount,
        boolean financed,
        @Nullable Instant validUntil,
        @Nullable Instant time) {

    Quotation asked() {
        return new Quotation(quoteRef, model, price, discount, financed, validUntil);
    }
}
