package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;

/**
 * 试乘试驾.
 *
 * @param testDriveNumber 1 for the first of this lead
 * @param minutes how long it took
 */
@EventType("dianmai.lead.test-driven.v1")
public record LeadTestDriven(LeadDimensions dimensions, int testDriveNumber, String model, int minutes)
        implements LeadEvent {}
