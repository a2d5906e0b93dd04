package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Money was spent on an activity or on a channel; one of the two is named.
 *
 * @param costId the store system's own id of the cost
 * @param amount in fen; negative to take some back
 */
@EventType("dianmai.activity.cost-booked.v1")
public record MarketingCostBooked(
        @Nullable String activityId, @Nullable Channel channel, String costId, long amount) implements ActivityEvent {}
