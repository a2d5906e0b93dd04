package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order was taken back before delivery (退订): what it had counted for is taken back from the day of the order.
 *
 * @param orderedAt when the order was signed
 * @param ordered what was told of it then
 * @param reason in words
 * @param outstanding in fen, what was still to be paid when it was taken back; absent where it was all of the price that {@code ordered} tells
 *     without the deposit
 * @param expectedPayment when that was expected by then; absent without {@code outstanding}, or where no time was known
 */
@EventType("dianmai.lead.order-cancelled.v1")
public record LeadOrderCancelled(
        LeadDimensions dimensions,
        String orderId,
        Instant orderedAt,
        LeadOrdered ordered,
        @FreeText @Nullable String reason,
        @Nullable Long outstanding,
        @Nullable Instant expectedPayment)
        implements LeadEvent {
    public LeadOrderCancelled {
        reason = Redaction.of(reason);
    }

    /** Of an order for which nothing was paid or put off since it was signed. */
    public LeadOrderCancelled(
            LeadDimensions dimensions,
            String orderId,
            Instant orderedAt,
            LeadOrdered ordered,
            @Nullable String reason) {
        this(dimensions, orderId, orderedAt, ordered, reason, null, null);
    }
}
