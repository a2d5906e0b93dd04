package io.dianmai.contracts.followup;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.lead.LeadDimensions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open task moved with its lead to another advisor.
 *
 * @param dueAt when it is due, as before
 * @param advisorId staff id of the new owner
 * @param overdueUnder the dimensions under which it was marked overdue; absent if it is not. From now on it counts as overdue
 *     under {@code dimensions}
 */
@EventType("dianmai.followup.reassigned.v1")
public record FollowUpReassigned(
        LeadDimensions dimensions,
        String taskId,
        TaskPurpose purpose,
        Instant dueAt,
        String advisorId,
        @Nullable LeadDimensions overdueUnder)
        implements FollowUpEvent {}
