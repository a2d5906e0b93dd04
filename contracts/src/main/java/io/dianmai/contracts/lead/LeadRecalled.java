package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * 公海回收: the lead went back to the company and waits to be shared out; {@code dimensions} name no advisor any more.
 *
 * @param previousAdvisorId staff id of whoever owned it; absent when nobody did
 * @param note why, in words, without personal data
 */
@EventType("dianmai.lead.recalled.v1")
public record LeadRecalled(
        LeadDimensions dimensions,
        @Nullable String previousAdvisorId,
        RecallReason reason,
        @FreeText @Nullable String note)
        implements LeadEvent {
    public LeadRecalled {
        note = Redaction.of(note);
    }

    /** Without words. */
    public LeadRecalled(LeadDimensions dimensions, @Nullable String previousAdvisorId, RecallReason reason) {
        this(dimensions, previousAdvisorId, reason, null);
    }
}
