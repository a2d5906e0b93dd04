package io.dianmai.contracts.aftersales;

/** What happened to a repair order (工单). */
public sealed interface RepairOrderEvent extends AfterSalesEvent
        permits RepairOrderOpened,
                RepairOrderReassigned,
                RepairOrderFinished,
                RepairOrderSettled,
                RepairOrderSettlementReversed,
                RepairOrderHandedOver {}
