package io.dianmai.contracts.followup;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import io.dianmai.contracts.lead.LeadDimensions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody decided that this contact need not be made; the next one follows.
 *
 * @param reason in words, by whoever skipped it; no personal data
 * @param wasOverdue it had been marked overdue
 * @param overdueUnder the dimensions under which it was marked overdue; absent if it was not
 */
@EventType("dianmai.followup.skipped.v1")
public record FollowUpSkipped(
        LeadDimensions dimensions,
        String taskId,
        TaskPurpose purpose,
        Instant dueAt,
        @FreeText String reason,
        boolean wasOverdue,
        @Nullable LeadDimensions overdueUnder)
        implements FollowUpEvent {
    public FollowUpSkipped {
        reason = Redaction.ofPresent(reason);
    }
}
