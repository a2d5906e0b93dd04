package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.Fen;
import io.dianmai.contracts.lead.Channel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Money was spent on a market activity or on a channel; exactly one of the two must be named.
 *
 * @param costRef the store system's own id of the cost
 * @param amount in fen; negative to take some back
 */
@EventType("dianmai.fact.cost-booked.v1")
public record CostBooked(
        @NotBlank @Size(max = 100) String costRef,
        @Nullable @Size(max = 100) String activityId,
        @Nullable Channel channel,
        @Min(-Fen.MAX) @Max(Fen.MAX) long amount)
        implements StoreFact {}
