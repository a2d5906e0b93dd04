package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * 战败激活: a lost customer was won back; the lead is open again.
 */
@EventType("dianmai.fact.lead-reactivated.v1")
public record LeadReactivated(@NotBlank @Size(max = 100) String leadRef) implements StoreFact {}
