package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * 战败申请: an advisor gives the lead up; a manager has yet to agree.
 *
 * @param competitorModel what was bought instead
 * @param advisorId who gave it up
 * @param effectiveContacts how many there have been
 */
@EventType("dianmai.lead.loss-proposed.v1")
public record LeadLossProposed(
        LeadDimensions dimensions,
        LossReason reason,
        @Nullable String competitorModel,
        @Nullable String advisorId,
        int effectiveContacts)
        implements LeadEvent {}
