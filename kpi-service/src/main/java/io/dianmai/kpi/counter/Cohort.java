package io.dianmai.kpi.counter;

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
import io.dianmai.contracts.lead.VisitLogged;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a stage that a lead reached means for the leads of the day of its registration. */
final class Cohort {
    private Cohort() {}

    /** Nothing where the day of the registration is not known. */
    static List<Posting> postings(LeadEvent event, Instant reached) {
        Stage stage = stage(event);
        Instant registered = event.dimensions().registeredAt();
        if (stage == null || registered == null) {
            return List.of();
        }
        List<Slice> slices = Slice.of(event.dimensions());
        slices.add(new Slice(
                Dimension.STAGE_TIME,
                StageTime.between(registered, reached, stage).toString()));
        return new Amounts().one(stage.counter()).at(registered, slices);
    }

    /** The stage that a lead reached with it for the first time, if any. */
    private static @Nullable Stage stage(LeadEvent event) {
        return switch (event) {
            case LeadContacted _ -> Stage.CONTACTED;
            case LeadVisited visited when visited.visitNumber() == 1 -> Stage.VISITED;
            case LeadTestDriven driven when driven.testDriveNumber() == 1 -> Stage.TEST_DRIVEN;
            case LeadQuoted quoted when Objects.equals(quoted.quoteNumber(), 1) -> Stage.NEGOTIATING;
            case LeadOrdered _ -> Stage.ORDERED;
            case LeadDelivered _ -> Stage.DELIVERED;
            case LeadLost _ -> Stage.LOST;
            case LeadVisited _,
                    LeadTestDriven _,
                    LeadRegistered _,
                    LeadAssigned _,
                    LeadGraded _,
                    LeadOrderCancelled _,
                    LeadRecalled _,
                    VisitLogged _,
                    LeadCardUpdated _,
                    LeadRegisteredAgain _,
                    LeadReopened _,
                    LeadClashed _,
                    LeadMerged _,
                    LeadAbsorbed _,
                    LeadScored _,
                    LeadQuoted _,
                    LeadOrderChanged _,
                    LeadPaymentReceived _,
                    LeadLossProposed _,
                    LeadLossRefused _ -> null;
        };
    }
}
