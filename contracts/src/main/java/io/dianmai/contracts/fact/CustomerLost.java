package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.lead.LossReason;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * 战败.
 *
 * @param competitorModel what was bought instead, if known
 */
@EventType("dianmai.fact.customer-lost.v1")
public record CustomerLost(
        @NotBlank @Size(max = 100) String leadRef,
        LossReason reason,
        @Nullable @Size(max = 100) String competitorModel) implements StoreFact {}
