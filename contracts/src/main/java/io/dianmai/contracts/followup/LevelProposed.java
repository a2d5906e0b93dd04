package io.dianmai.contracts.followup;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.Level;
import org.jspecify.annotations.Nullable;

/**
 * Whoever spoke with the customer judges the lead to be of another level; lead-service decides.
 *
 * @param advisorId staff id of who judged
 * @param reason in words, without personal data
 */
@EventType("dianmai.followup.level-proposed.v1")
public record LevelProposed(
        LeadDimensions dimensions,
        Level level,
        @Nullable String advisorId,
        @FreeText @Nullable String reason) implements FollowUpEvent {
    public LevelProposed {
        reason = Redaction.of(reason);
    }
}
