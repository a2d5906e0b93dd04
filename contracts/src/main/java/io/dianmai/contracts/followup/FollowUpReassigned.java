package io.dianmai.contracts.followup;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.lead.LeadDimensions;
import java.time.Instant;

/**
 * An open task moved with its lead to another advisor.
 *
 * @param dueAt when it is due, as before
 * @param advisorId staff id of the new owner
 */
@EventType("dianmai.followup.reassigned.v1")
public record FollowUpReassigned(
        LeadDimensions dimensions, String taskId, TaskPurpose purpose, Instant dueAt, String advisorId)
        implements FollowUpEvent {}
