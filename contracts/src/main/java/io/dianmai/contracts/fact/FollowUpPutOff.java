package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * The next contact with a customer was put off.
 *
 * @param until when it is due then
 * @param reason in words, without personal data
 */
@EventType("dianmai.fact.follow-up-put-off.v1")
public record FollowUpPutOff(
        @NotBlank @Size(max = 100) String leadRef,
        Instant until,
        @FreeText @NotBlank @Size(max = 500) String reason) implements StoreFact {
    public FollowUpPutOff {
        reason = Redaction.ofPresent(reason);
    }
}
