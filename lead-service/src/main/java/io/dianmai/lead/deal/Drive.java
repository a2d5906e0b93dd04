package io.dianmai.lead.deal;

import io.dianmai.contracts.lead.LeadTestDriven;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 试乘试驾, as it was told.
 *
 * @param number 1 for the first of the lead
 * @param startedAt absent only of one whose event does not say it
 * @param minutes how long it took
 * @param rating 1 to 5, by the customer
 */
public record Drive(
        int number,
        String model,
        @Nullable Instant startedAt,
        int minutes,
        @Nullable String vehicleRef,
        @Nullable String route,
        @Nullable Integer rating,
        @Nullable String feedback) {

    public static Drive of(LeadTestDriven event) {
        return new Drive(
                event.testDriveNumber(),
                event.model(),
                null,
                event.minutes(),
                event.vehicleRef(),
                event.route(),
                event.rating(),
                event.feedback());
    }

    Drive wordless() {
        return new Drive(number, model, startedAt, minutes, vehicleRef, route, rating, null);
    }

    Drive begunAt(Instant time) {
        return new Drive(number, model, time, minutes, vehicleRef, route, rating, feedback);
    }
}
