package io.dianmai.contracts.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What numbers about a lead can be cut by, as of the event.
 *
 * @param activityId 市场活动 that brought the customer
 * @param model model wanted, or sold
 * @param advisorId staff id of the sales consultant
 * @param registeredAt when the lead was put on file: what later becomes of it is also counted for that day; absent
 *     where there is no lead
 */
public record LeadDimensions(
        Channel channel,
        @Nullable String activityId,
        @Nullable String model,
        @Nullable String advisorId,
        @Nullable String teamId,
        @Nullable Instant registeredAt) {}
