package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A settlement was taken back (反结算); the job can be settled again.
 *
 * @param orderRef the store system's own id of the repair order
 * @param reason in words, without personal data
 */
@EventType("dianmai.fact.settlement-reversed.v1")
public record SettlementReversed(
        @NotBlank @Size(max = 100) String orderRef,
        @FreeText @Nullable @Size(max = 500) String reason) implements StoreFact {
    public SettlementReversed {
        reason = Redaction.of(reason);
    }
}
