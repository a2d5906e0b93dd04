package io.dianmai.kpi.counter;

import io.dianmai.contracts.lead.Channel;
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
import org.jspecify.annotations.Nullable;

/** What the sales events add. */
final class LeadCounting {
    private LeadCounting() {}

    static List<Posting> postings(LeadEvent event, Instant at) {
        if (event instanceof LeadOrderCancelled cancelled) {
            return postings(cancelled.ordered(), cancelled.orderedAt()).stream()
                    .map(Posting::negated)
                    .toList();
        }
        List<Posting> posted = amounts(event).at(at, slices(event));
        Stage stage = stage(event);
        return stage == null ? posted : Cohort.withStage(posted, stage, event.dimensions(), at);
    }

    private static Amounts amounts(LeadEvent event) {
        Amounts amounts = new Amounts();
        switch (event) {
            case LeadRegistered registered ->
                amounts.one(Counter.LEADS_REGISTERED).oneIf(isWeb(registered), Counter.WEB_LEADS_REGISTERED);
            case LeadVisited visited -> visit(amounts, visited);
            case LeadTestDriven driven -> amounts.oneIf(driven.testDriveNumber() == 1, Counter.LEADS_TEST_DRIVEN);
            case LeadGraded graded -> amounts.oneIf(isUpgrade(graded), Counter.LEVEL_UPGRADES);
            case LeadOrdered ordered -> order(amounts, ordered);
            case LeadDelivered delivered -> delivery(amounts, delivered);
            case LeadLost _ -> amounts.one(Counter.LEADS_LOST);
            case VisitLogged visit -> party(amounts, visit);
            case LeadRecalled _ -> amounts.one(Counter.LEADS_RECALLED);
            case LeadAssigned _,
                    LeadOrderCancelled _,
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
                    LeadLossRefused _ -> {}
        }
        return amounts;
    }

    /** The stage that the lead reached with it for the first time, if any. */
    private static @Nullable Stage stage(LeadEvent event) {
        return switch (event) {
            case LeadVisited visited when visited.visitNumber() == 1 -> Stage.VISITED;
            case LeadTestDriven driven when driven.testDriveNumber() == 1 -> Stage.TEST_DRIVEN;
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
                    LeadContacted _,
                    LeadQuoted _,
                    LeadOrderChanged _,
                    LeadPaymentReceived _,
                    LeadLossProposed _,
                    LeadLossRefused _ -> null;
        };
    }

    private static List<Slice> slices(LeadEvent event) {
        List<Slice> slices = Slice.of(event.dimensions());
        if (event instanceof LeadLost lost) {
            Slice.add(slices, Dimension.COMPETITOR, lost.competitorModel());
        }
        return slices;
    }

    private static void visit(Amounts amounts, LeadVisited visited) {
        boolean first = visited.visitNumber() == 1;
        amounts.oneIf(first, Counter.LEADS_VISITED)
                .oneIf(first && isWeb(visited), Counter.WEB_LEADS_ARRIVED)
                .oneIf(visited.visitNumber() == 2, Counter.LEADS_VISITED_AGAIN);
    }

    private static void order(Amounts amounts, LeadOrdered ordered) {
        amounts.one(Counter.ORDERS)
                .add(Counter.DAYS_TO_ORDER, ordered.daysToOrder())
                .oneIf(ordered.financed(), Counter.FINANCED_ORDERS);
        switch (ordered.dimensions().channel()) {
            case WALK_IN -> amounts.one(Counter.ORDERS_FROM_WALK_INS);
            case PHONE -> amounts.one(Counter.ORDERS_FROM_CALLS);
            case WEB -> amounts.one(Counter.ORDERS_FROM_WEB);
            case REFERRAL, REPEAT_OWNER -> amounts.one(Counter.ORDERS_REFERRAL_REPEAT);
            case EVENT, OUTREACH, VIP, INTERNAL_TIP, FELLOW_TRADER -> {}
        }
    }

    private static void delivery(Amounts amounts, LeadDelivered delivered) {
        amounts.one(Counter.VEHICLES_DELIVERED)
                .oneIf(delivered.newEnergy(), Counter.NEV_DELIVERED)
                .oneIf(delivered.flagship(), Counter.FLAGSHIP_DELIVERED)
                .oneIf(delivered.insured(), Counter.NEW_POLICIES)
                .add(Counter.VEHICLE_GROSS_PROFIT, delivered.grossProfit())
                .add(Counter.ACCESSORY_REVENUE, delivered.accessoryRevenue())
                .add(Counter.STOCK_AGE_DAYS, delivered.stockAgeDays());
        if (delivered.dimensions().activityId() != null) {
            amounts.add(Counter.ACTIVITY_GROSS_PROFIT, delivered.grossProfit());
        }
    }

    private static void party(Amounts amounts, VisitLogged visit) {
        switch (visit.kind()) {
            case WALK_IN -> amounts.one(Counter.WALK_INS);
            case CALL -> amounts.one(Counter.CALLS);
        }
        amounts.oneIf(visit.retained(), Counter.VISITS_RETAINED);
    }

    private static boolean isWeb(LeadEvent event) {
        return event.dimensions().channel() == Channel.WEB;
    }

    private static boolean isUpgrade(LeadGraded graded) {
        return graded.previousLevel() != null && graded.level().hotterThan(graded.previousLevel());
    }
}
