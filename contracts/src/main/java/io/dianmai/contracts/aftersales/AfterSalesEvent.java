package io.dianmai.contracts.aftersales;

import io.dianmai.contracts.EventData;

/** What happened to a job after delivery. */
public sealed interface AfterSalesEvent extends EventData permits AppointmentEvent, RepairOrderEvent, ComplaintEvent {
    /** What numbers about it can be cut by. */
    JobDimensions dimensions();
}
