package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * 撞单: a customer who is on file at the store was registered once more. The second registration joins the first; {@code dimensions}
 * are those of the lead, the other components of what was told now.
 *
 * @param channel how the customer came this time
 * @param reference the store system's own id of the second registration: facts that name it are about this lead
 */
@EventType("dianmai.lead.registered-again.v1")
public record LeadRegisteredAgain(
        LeadDimensions dimensions,
        Channel channel,
        @Nullable String activityId,
        @Nullable String model,
        @Nullable String reference)
        implements LeadEvent {}
