package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** 试乘试驾. */
@EventType("dianmai.fact.test-drive-taken.v1")
public record TestDriveTaken(
        @NotBlank @Size(max = 100) String leadRef,
        @NotBlank @Size(max = 100) String model,
        Instant startedAt,
        Instant endedAt)
        implements StoreFact {}
