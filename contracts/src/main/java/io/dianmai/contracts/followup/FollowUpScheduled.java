package io.dianmai.contracts.followup;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.lead.LeadDimensions;
import java.time.Instant;

/**
 * A contact must be made by {@code dueAt}.
 *
 * @param taskId UUIDv7 of the task, the same in all later events about it
 */
@EventType("dianmai.followup.scheduled.v1")
public record FollowUpScheduled(LeadDimensions dimensions, String taskId, TaskPurpose purpose, Instant dueAt)
        implements FollowUpEvent {}
