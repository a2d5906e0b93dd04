package io.dianmai.lead.sale;

import io.dianmai.lead.deal.Quote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A quote as it is shown. Amounts are in fen.
 *
 * @param expired whether it holds no more
 */
record QuoteView(
        String quoteRef,
        Instant at,
        String model,
        long price,
        long discount,
        boolean financed,
        @Nullable Instant validUntil,
        boolean expired) {

    static QuoteView of(Quote quote, Instant now) {
        Instant until = quote.validUntil();
        return new QuoteView(
                quote.quoteId(),
                quote.at(),
                quote.model(),
                quote.price(),
                quote.discount(),
                quote.financed(),
                until,
                until != null && until.isBefore(now));
    }
}
