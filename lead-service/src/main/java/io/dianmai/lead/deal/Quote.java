package io.dianmai.lead.deal;

import io.dianmai.contracts.lead.LeadQuoted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 报价.
 *
 * @param price in fen, what the customer would pay
 * @param discount in fen, off the list price
 * @param validUntil absent for no end
 */
public record Quote(
        String quoteId,
        Instant at,
        String model,
        long price,
        long discount,
        boolean financed,
        @Nullable Instant validUntil) {

    public static Quote of(LeadQuoted event, Instant at) {
        return new Quote(
                event.quoteId(),
                at,
                event.model(),
                event.price(),
                event.discount(),
                event.financed(),
                event.validUntil());
    }
}
