package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The next contact with a customer need not be made.
 *
 * @param reason in words, without personal data
 */
@EventType("dianmai.fact.follow-up-passed-over.v1")
public record FollowUpPassedOver(
        @NotBlank @Size(max = 100) String leadRef,
        @FreeText @NotBlank @Size(max = 500) String reason) implements StoreFact {
    public FollowUpPassedOver {
        reason = Redaction.ofPresent(reason);
    }
}
