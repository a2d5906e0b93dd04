package io.dianmai.contracts.aftersales;

import io.dianmai.contracts.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The customer has the vehicle back.
 *
 * @param onTime not after the promise; absent without one
 */
@EventType("dianmai.aftersales.repair-order-handed-over.v1")
public record RepairOrderHandedOver(
        JobDimensions dimensions,
        JobKind kind,
        @Nullable Instant promisedAt,
        @Nullable Boolean onTime) implements RepairOrderEvent {}
