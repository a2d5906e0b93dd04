package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * An advisor now owns the lead; {@code dimensions} already name the new one.
 *
 * @param advisorId staff id of the new owner
 * @param previousAdvisorId staff id of the old one; absent when nobody owned it
 * @param note why, in words, without personal data
 */
@EventType("dianmai.lead.assigned.v1")
public record LeadAssigned(
        LeadDimensions dimensions,
        String advisorId,
        @Nullable String previousAdvisorId,
        AssignmentReason reason,
        @FreeText @Nullable String note)
        implements LeadEvent {
    public LeadAssigned {
        note = Redaction.of(note);
    }

    /** Without words. */
    public LeadAssigned(
            LeadDimensions dimensions, String advisorId, @Nullable String previousAdvisorId, AssignmentReason reason) {
        this(dimensions, advisorId, previousAdvisorId, reason, null);
    }
}
