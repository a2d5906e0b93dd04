package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * 战败驳回: a manager does not agree; the lead stays open.
 *
 * @param reviewerId staff id of the manager
 * @param note in words, without personal data
 */
@EventType("dianmai.lead.loss-refused.v1")
public record LeadLossRefused(
        LeadDimensions dimensions,
        LossReason reason,
        String reviewerId,
        @FreeText @Nullable String note) implements LeadEvent {
    public LeadLossRefused {
        note = Redaction.of(note);
    }
}
