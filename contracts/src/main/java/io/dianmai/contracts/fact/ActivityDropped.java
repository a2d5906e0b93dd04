package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A market activity will not be.
 */
@EventType("dianmai.fact.activity-dropped.v1")
public record ActivityDropped(@NotBlank @Size(max = 100) String activityId) implements StoreFact {}
