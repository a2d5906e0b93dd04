package io.dianmai.contracts.aftersales;

import io.dianmai.contracts.EventType;

/**
 * 结算.
 *
 * @param addOn an add-on (增项) was sold
 */
@EventType("dianmai.aftersales.repair-order-settled.v1")
public record RepairOrderSettled(JobDimensions dimensions, JobKind kind, Settlement settlement, boolean addOn)
        implements RepairOrderEvent {}
