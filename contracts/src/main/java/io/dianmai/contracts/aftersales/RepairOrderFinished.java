package io.dianmai.contracts.aftersales;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Work is done and its quality was checked.
 *
 * @param technicianId who did it
 * @param soldMinutes time that was sold
 * @param actualMinutes time that it took
 */
@EventType("dianmai.aftersales.repair-order-finished.v1")
public record RepairOrderFinished(
        JobDimensions dimensions, JobKind kind, @Nullable String technicianId, long soldMinutes, long actualMinutes)
        implements RepairOrderEvent {}
