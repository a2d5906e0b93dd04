package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Work is done and its quality was checked.
 *
 * @param technicianId staff id of whoever did it
 * @param soldMinutes time that the operations sell for
 * @param actualMinutes time that it took
 */
@EventType("dianmai.fact.work-finished.v1")
public record WorkFinished(
        @NotBlank @Size(max = 100) String orderRef,
        @Nullable @Size(max = 100) String technicianId,
        @PositiveOrZero @Max(100000) long soldMinutes,
        @PositiveOrZero @Max(100000) long actualMinutes)
        implements StoreFact {}
