package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Another advisor owns the lead from now on. */
@EventType("dianmai.fact.lead-handed-to.v1")
public record LeadHandedTo(
        @NotBlank @Size(max = 100) String leadRef,
        @NotBlank @Size(max = 100) String advisorId) implements StoreFact {}
