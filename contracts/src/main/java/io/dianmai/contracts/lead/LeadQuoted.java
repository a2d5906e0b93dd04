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
 */
@EventType("dianmai.lead.quoted.v1")
public record LeadQuoted(
        LeadDimensions dimensions,
        String quoteId,
        String model,
        long price,
        long discount,
        boolean financed,
        @Nullable Instant validUntil)
        implements LeadEvent {}
