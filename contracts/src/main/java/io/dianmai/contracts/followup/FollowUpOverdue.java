package io.dianmai.contracts.followup;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.lead.LeadDimensions;
import java.time.Instant;

/** The task's time lapsed without an effective contact. */
@EventType("dianmai.followup.overdue.v1")
public record FollowUpOverdue(LeadDimensions dimensions, String taskId, TaskPurpose purpose, Instant dueAt)
        implements FollowUpEvent {}
