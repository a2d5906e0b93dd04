package io.dianmai.lead.sale;

import io.dianmai.lead.lead.LeadCommand.TestDrive;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Body of a request that takes down a test drive.
 *
 * @param vehicleRef which test car
 * @param rating 1 to 5, by the customer
 * @param feedback in words, without personal data
 */
record TestDriveRequest(
        @NotBlank @Size(max = 100) String model,
        @NotNull Instant startedAt,
        @NotNull Instant endedAt,
        @Nullable @Size(max = 100) String vehicleRef,
        @Nullable @Size(max = 100) String route,
        @Nullable @Min(1) @Max(5) Integer rating,
        @Nullable @Size(max = 500) String feedback,
        @Nullable Instant time) {

    TestDrive asked(Instant now) {
        return new TestDrive(model, startedAt, endedAt, vehicleRef, route, rating, feedback, now);
    }
}
