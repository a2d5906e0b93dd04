package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * An advisor now owns the lead; {@code dimensions} already name the new one.
 *
 * @param advisorId staff id of the new owner
 * @param previousAdvisorId staff id of the old one; absent when nobody owned it
 */
@EventType("dianmai.lead.assigned.v1")
public record LeadAssigned(
        LeadDimensions dimensions,
        String advisorId,
        @Nullable String previousAdvisorId,
        AssignmentReason reason) implements LeadEvent {}
