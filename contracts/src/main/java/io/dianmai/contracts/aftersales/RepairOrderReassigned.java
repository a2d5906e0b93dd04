package io.dianmai.contracts.aftersales;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Another service adviser has the job from now on; {@code dimensions} already name the new one.
 *
 * @param previousAdviserId staff id of the old one; absent when nobody had it
 */
@EventType("dianmai.aftersales.repair-order-reassigned.v1")
public record RepairOrderReassigned(
        JobDimensions dimensions, JobKind kind, @Nullable String previousAdviserId) implements RepairOrderEvent {}
