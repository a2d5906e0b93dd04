package io.dianmai.kpi.clock;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Until when reminders are to be put off, and why.
 *
 * @param until an instant; or
 * @param minutes so long from now
 */
record SnoozeRequest(
        @Nullable Instant until,
        @Nullable @Min(1) @Max(527_040) Long minutes,
        @NotBlank @Size(max = 200) String reason) {

    /** As an instant, in whole milliseconds. */
    Instant until(Instant now) {
        if (until != null && minutes == null) {
            return until.truncatedTo(ChronoUnit.MILLIS);
        }
        if (until == null && minutes != null) {
            return now.plus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.MILLIS);
        }
        throw ProblemException.invalid(List.of(new Violation("/until", "Must be given, or else minutes.")));
    }
}
