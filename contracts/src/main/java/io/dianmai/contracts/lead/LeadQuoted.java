package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 报价.
 *
 * @param price in fen, what the customer would pay
 * @param discount in fen, off the list price
 * @param validUntil absent for no end
 * @param quoteNumber 1 for the first of this lead
 */
@EventType("dianmai.lead.quoted.v1")
public record LeadQuoted(
        LeadDimensions dimensions,
        String quoteId,
        String model,
        long price,
        long discount,
        boolean financed,
        @Nullable Instant validUntil,
        @Nullable Integer quoteNumber)
        implements LeadEvent {
    /** Of which nobody knows whether it is the first. */
    public LeadQuoted(
            LeadDimensions dimensions,
            String quoteId,
            String model,
            long price,
            long discount,
            boolean financed,
            @Nullable Instant validUntil) {
        this(dimensions, quoteId, model, price, discount, financed, validUntil, null);
    }
}
