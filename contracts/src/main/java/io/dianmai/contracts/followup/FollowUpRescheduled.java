package io.dianmai.contracts.followup;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import io.dianmai.contracts.lead.LeadDimensions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task's due time moved.
 *
 * @param wasOverdue it had been marked overdue
 * @param overdueUnder the dimensions under which it was marked overdue; absent if it was not
 * @param reason in words, by whoever moved it
 */
@EventType("dianmai.followup.rescheduled.v1")
public record FollowUpRescheduled(
        LeadDimensions dimensions,
        String taskId,
        TaskPurpose purpose,
        Instant dueAt,
        Instant previousDueAt,
        boolean wasOverdue,
        @Nullable LeadDimensions overdueUnder,
        @FreeText @Nullable String reason)
        implements FollowUpEvent {
    public FollowUpRescheduled {
        reason = Redaction.of(reason);
    }
}
