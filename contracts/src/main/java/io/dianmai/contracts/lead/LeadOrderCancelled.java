package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order was taken back before delivery (退订): what it had counted for is taken back from the day of the order.
 *
 * @param orderedAt when the order was signed
 * @param ordered what was told of it then
 * @param reason in words
 */
@EventType("dianmai.lead.order-cancelled.v1")
public record LeadOrderCancelled(
        LeadDimensions dimensions,
        String orderId,
        Instant orderedAt,
        LeadOrdered ordered,
        @Nullable String reason) implements LeadEvent {}
