package io.dianmai.kpi.deadline;

import io.dianmai.contracts.EventData;
import io.dianmai.contracts.aftersales.AfterSalesEvent;
import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.FollowUpCancelled;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.followup.FollowUpReassigned;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.FollowUpSkipped;
import io.dianmai.contracts.followup.LevelProposed;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.ActivityEvent;
import io.dianmai.contracts.lead.LeadAbsorbed;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadCardUpdated;
import io.dianmai.contracts.lead.LeadClashed;
import io.dianmai.contracts.lead.LeadContacted;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLossProposed;
import io.dianmai.contracts.lead.LeadLossRefused;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadMerged;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrderChanged;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LeadPaymentReceived;
import io.dianmai.contracts.lead.LeadQuoted;
import io.dianmai.contracts.lead.LeadRecalled;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadRegisteredAgain;
import io.dianmai.contracts.lead.LeadReopened;
import io.dianmai.contracts.lead.LeadScored;
import io.dianmai.contracts.lead.LeadTestDriven;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.StockEvent;
import io.dianmai.contracts.lead.VehicleAllocated;
import io.dianmai.contracts.lead.VehicleReleased;
import io.dianmai.contracts.lead.VehicleSold;
import io.dianmai.contracts.lead.VehicleStocked;
import io.dianmai.contracts.lead.VehicleTransferred;
import io.dianmai.contracts.lead.VisitLogged;

/**
 * Which events show that the store spoke. A lapsed deadline has events of its own, an overdue task or a lead that is
 * passed on: with those the platform would hear itself, and a store with much undone would never be silent.
 */
final class SignsOfLife {
    private SignsOfLife() {}

    static boolean in(EventData event) {
        return switch (event) {
            case LeadEvent lead -> in(lead);
            case FollowUpEvent followUp -> in(followUp);
            case StockEvent vehicle -> in(vehicle);
            case ActivityEvent _, AfterSalesEvent _ -> true;
            // Not a sealed type: the registry and the reminders speak about stores, not for them.
            default -> false;
        };
    }

    /** That a vehicle comes from another store is told when the other store sends it. */
    private static boolean in(StockEvent event) {
        return switch (event) {
            case VehicleStocked stocked -> stocked.fromStoreId() == null;
            case VehicleAllocated _, VehicleReleased _, VehicleSold _, VehicleTransferred _ -> true;
        };
    }

    private static boolean in(LeadEvent event) {
        return switch (event) {
            case LeadAssigned assigned ->
                switch (assigned.reason()) {
                    case MANUAL, RULE, LEAVER, CLAIMED, REFUSED -> true;
                    // The pool may be shared out by the clock.
                    case RESPONSE_LAPSED, CONTACT_LAPSED, SHARED_OUT -> false;
                };
            case LeadRecalled recalled ->
                switch (recalled.reason()) {
                    case MANAGER, LEAVER, RETURNED, REFUSED -> true;
                    case IDLE -> false;
                };
            case LeadRegistered _,
                    LeadGraded _,
                    LeadVisited _,
                    LeadTestDriven _,
                    LeadOrdered _,
                    LeadOrderCancelled _,
                    LeadDelivered _,
                    LeadLost _,
                    VisitLogged _,
                    LeadCardUpdated _,
                    LeadRegisteredAgain _,
                    LeadReopened _,
                    LeadClashed _,
                    LeadMerged _,
                    LeadAbsorbed _,
                    LeadScored _,
                    LeadContacted _,
                    LeadQuoted _,
                    LeadOrderChanged _,
                    LeadPaymentReceived _,
                    LeadLossProposed _,
                    LeadLossRefused _ -> true;
        };
    }

    private static boolean in(FollowUpEvent event) {
        return switch (event) {
            // Always follows an assignment, which speaks for itself.
            case FollowUpReassigned _, FollowUpOverdue _ -> false;
            // Those of lost customers come round by themselves.
            case FollowUpScheduled scheduled -> scheduled.purpose() != TaskPurpose.REACTIVATION;
            case FollowUpRescheduled _,
                    FollowUpDone _,
                    FollowUpCancelled _,
                    ContactLogged _,
                    FollowUpSkipped _,
                    LevelProposed _ -> true;
        };
    }
}
