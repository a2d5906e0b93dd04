package io.dianmai.contracts.aftersales;

/** What happened to a complaint (投诉). */
public sealed interface ComplaintEvent extends AfterSalesEvent
        permits ComplaintOpened, ComplaintReassigned, ComplaintAnswered, ComplaintResolved {}
