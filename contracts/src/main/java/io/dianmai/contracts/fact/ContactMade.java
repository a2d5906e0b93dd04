package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.lead.Level;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried to reach the customer of a lead.
 *
 * @param nextContactAt agreed with the customer, if anything was
 * @param proposedLevel what whoever made the contact judges the lead to be now
 * @param levelReason why, in words, without personal data
 */
@EventType("dianmai.fact.contact-made.v1")
public record ContactMade(
        @NotBlank @Size(max = 100) String leadRef,
        ContactMedium medium,
        ContactResult result,
        @Nullable Instant nextContactAt,
        @Nullable @Size(max = 100) String advisorId,
        @Nullable Level proposedLevel,
        @FreeText @Nullable @Size(max = 500) String levelReason)
        implements StoreFact {
    public ContactMade {
        levelReason = Redaction.of(levelReason);
    }

    /** A contact that changes nobody's judgement. */
    public ContactMade(
            String leadRef,
            ContactMedium medium,
            ContactResult result,
            @Nullable Instant nextContactAt,
            @Nullable String advisorId) {
        this(leadRef, medium, result, nextContactAt, advisorId, null, null);
    }
}
