package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * 公海回收: the lead went back to the company.
 *
 * @param note in words, without personal data
 */
@EventType("dianmai.fact.lead-taken-back.v1")
public record LeadTakenBack(
        @NotBlank @Size(max = 100) String leadRef,
        @FreeText @Nullable @Size(max = 500) String note) implements StoreFact {
    public LeadTakenBack {
        note = Redaction.of(note);
    }
}
