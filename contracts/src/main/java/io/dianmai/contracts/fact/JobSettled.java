package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.aftersales.Settlement;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * 结算.
 *
 * @param addOn an add-on (增项) was sold
 */
@EventType("dianmai.fact.job-settled.v1")
public record JobSettled(@NotBlank @Size(max = 100) String orderRef, Settlement settlement, boolean addOn)
        implements StoreFact {}
