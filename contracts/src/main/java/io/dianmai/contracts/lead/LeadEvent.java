package io.dianmai.contracts.lead;

/** What happened to somebody who might buy. */
public sealed interface LeadEvent extends SalesEvent
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
                LeadCardUpdated,
                LeadRegisteredAgain,
                LeadReopened,
                LeadClashed,
                LeadMerged,
                LeadAbsorbed,
                LeadScored,
                LeadContacted,
                LeadQuoted,
                LeadOrderChanged,
                LeadPaymentReceived,
                LeadLossProposed,
                LeadLossRefused,
                VisitLogged {
    /** What numbers about it can be cut by. */
    LeadDimensions dimensions();
}
