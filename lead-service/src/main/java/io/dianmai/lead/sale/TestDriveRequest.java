package io.dianmai.lead.sale;

import io.dianmai.lead.lead.LeadCommand.TestDrive;
import io.swagger.v3.oas.annotations.media.Schema;
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
@Schema(example = """
        {"model":"Yunhai X5","startedAt":"2026-03-12T02:00:00Z","endedAt":"2026-03-12T02:35:00Z","vehicleRef":"TD-3",
         "route":"lake","rating":5,"feedback":"likes how quiet it is"}""")
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
