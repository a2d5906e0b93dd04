package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An order was taken back before delivery (退订).
 *
 * @param orderRef the store system's own id of the order
 * @param reason in words, without personal data
 */
@EventType("dianmai.fact.order-cancelled.v1")
public record OrderCancelled(
        @NotBlank @Size(max = 100) String leadRef,
        @NotBlank @Size(max = 100) String orderRef,
        @FreeText @Nullable @Size(max = 500) String reason)
        implements StoreFact {
    public OrderCancelled {
        reason = Redaction.of(reason);
    }
}
