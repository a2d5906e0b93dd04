package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * 试乘试驾.
 *
 * @param testDriveNumber 1 for the first of this lead
 * @param minutes how long it took
 * @param vehicleRef which test car
 * @param route which route
 * @param rating 1 to 5, by the customer
 * @param feedback in words, without personal data
 */
@EventType("dianmai.lead.test-driven.v1")
public record LeadTestDriven(
        LeadDimensions dimensions,
        int testDriveNumber,
        String model,
        int minutes,
        @Nullable String vehicleRef,
        @FreeText @Nullable String route,
        @Nullable Integer rating,
        @FreeText @Nullable String feedback)
        implements LeadEvent {
    public LeadTestDriven {
        route = Redaction.of(route);
        feedback = Redaction.of(feedback);
    }

    /** Of which no more is known than model and minutes. */
    public LeadTestDriven(LeadDimensions dimensions, int testDriveNumber, String model, int minutes) {
        this(dimensions, testDriveNumber, model, minutes, null, null, null, null);
    }
}
