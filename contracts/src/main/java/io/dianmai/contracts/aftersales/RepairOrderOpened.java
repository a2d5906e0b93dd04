package io.dianmai.contracts.aftersales;

import io.dianmai.contracts.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job was received at the desk.
 *
 * @param booked it came with an appointment
 * @param vehicleHash keyed hash of the plate
 * @param promisedAt when the customer was told to come back
 */
@EventType("dianmai.aftersales.repair-order-opened.v1")
public record RepairOrderOpened(
        JobDimensions dimensions,
        JobKind kind,
        boolean booked,
        @Nullable String vehicleHash,
        @Nullable Instant promisedAt)
        implements RepairOrderEvent {}
