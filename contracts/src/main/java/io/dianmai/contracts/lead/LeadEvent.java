package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventData;

/** What happened to somebody who might buy. */
public sealed interface LeadEvent extends EventData
        permits LeadRegistered,
                LeadAssigned,
                LeadGraded,
                LeadVisited,
                LeadTestDriven,
                LeadOrdered,
                LeadOrderCancelled,
                LeadDelivered,
                LeadLost,
                LeadRecalled,
                VisitLogged {
    /** What numbers about it can be cut by. */
    LeadDimensions dimensions();
}
