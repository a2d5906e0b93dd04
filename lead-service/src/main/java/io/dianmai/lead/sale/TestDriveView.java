package io.dianmai.lead.sale;

import io.dianmai.lead.deal.Drive;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A test drive as it is shown. */
record TestDriveView(
        int number,
        String model,
        @Nullable Instant startedAt,
        int minutes,
        @Nullable String vehicleRef,
        @Nullable String route,
        @Nullable Integer rating,
        @Nullable String feedback) {

    static TestDriveView of(Drive drive) {
        return new TestDriveView(
                drive.number(),
                drive.model(),
                drive.startedAt(),
                drive.minutes(),
                drive.vehicleRef(),
                drive.route(),
                drive.rating(),
                drive.feedback());
    }
}
