package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 试乘试驾.
 *
 * @param vehicleRef the store system's own id of the test car
 * @param route which route
 * @param rating 1 to 5, by the customer
 * @param feedback in words, without personal data
 */
@EventType("dianmai.fact.test-drive-taken.v1")
public record TestDriveTaken(
        @NotBlank @Size(max = 100) String leadRef,
        @NotBlank @Size(max = 100) String model,
        Instant startedAt,
        Instant endedAt,
        @Nullable @Size(max = 100) String vehicleRef,
        @FreeText @Nullable @Size(max = 100) String route,
        @Nullable @Min(1) @Max(5) Integer rating,
        @FreeText @Nullable @Size(max = 500) String feedback)
        implements StoreFact {
    public TestDriveTaken {
        route = Redaction.of(route);
        feedback = Redaction.of(feedback);
    }

    /** Of which no more is known. */
    public TestDriveTaken(String leadRef, String model, Instant startedAt, Instant endedAt) {
        this(leadRef, model, startedAt, endedAt, null, null, null, null);
    }
}
