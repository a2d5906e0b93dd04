package io.dianmai.kpi.counter;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadTestDriven;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.VisitLogged;
import io.dianmai.kpi.counter.Deltas.Collector;

/** What the sales events add. */
final class LeadCounting {
    private LeadCounting() {}

    static Deltas deltas(LeadEvent event) {
        Collector deltas = new Collector();
        switch (event) {
            case LeadRegistered registered ->
                deltas.one(Counter.LEADS_REGISTERED).oneIf(isWeb(registered), Counter.WEB_LEADS_REGISTERED);
            case LeadVisited visited -> visit(deltas, visited);
            case LeadTestDriven driven -> deltas.oneIf(driven.testDriveNumber() == 1, Counter.LEADS_TEST_DRIVEN);
            case LeadGraded graded -> deltas.oneIf(isUpgrade(graded), Counter.LEVEL_UPGRADES);
            case LeadOrdered ordered -> order(deltas, ordered);
            case LeadDelivered delivered -> delivery(deltas, delivered);
            case LeadLost _ -> deltas.one(Counter.LEADS_LOST);
            case VisitLogged visit -> party(deltas, visit);
            case LeadAssigned _, LeadOrderCancelled _ -> {}
        }
        return deltas.over(Slice.of(event.dimensions()));
    }

    private static void visit(Collector deltas, LeadVisited visited) {
        boolean first = visited.visitNumber() == 1;
        deltas.oneIf(first, Counter.LEADS_VISITED)
                .oneIf(first && isWeb(visited), Counter.WEB_LEADS_ARRIVED)
                .oneIf(visited.visitNumber() == 2, Counter.LEADS_VISITED_AGAIN);
    }

    private static void order(Collector deltas, LeadOrdered ordered) {
        deltas.one(Counter.ORDERS)
                .add(Counter.DAYS_TO_ORDER, ordered.daysToOrder())
                .oneIf(ordered.financed(), Counter.FINANCED_ORDERS);
        switch (ordered.dimensions().channel()) {
            case WALK_IN -> deltas.one(Counter.ORDERS_FROM_WALK_INS);
            case PHONE -> deltas.one(Counter.ORDERS_FROM_CALLS);
            case WEB -> deltas.one(Counter.ORDERS_FROM_WEB);
            case REFERRAL, REPEAT_OWNER -> deltas.one(Counter.ORDERS_REFERRAL_REPEAT);
            case EVENT, OUTREACH, VIP, INTERNAL_TIP, FELLOW_TRADER -> {}
        }
    }

    private static void delivery(Collector deltas, LeadDelivered delivered) {
        deltas.one(Counter.VEHICLES_DELIVERED)
                .oneIf(delivered.newEnergy(), Counter.NEV_DELIVERED)
                .oneIf(delivered.flagship(), Counter.FLAGSHIP_DELIVERED)
                .oneIf(delivered.insured(), Counter.NEW_POLICIES)
                .add(Counter.VEHICLE_GROSS_PROFIT, delivered.grossProfit())
                .add(Counter.ACCESSORY_REVENUE, delivered.accessoryRevenue())
                .add(Counter.STOCK_AGE_DAYS, delivered.stockAgeDays());
    }

    private static void party(Collector deltas, VisitLogged visit) {
        switch (visit.kind()) {
            case WALK_IN -> deltas.one(Counter.WALK_INS);
            case CALL -> deltas.one(Counter.CALLS);
        }
        deltas.oneIf(visit.retained(), Counter.VISITS_RETAINED);
    }

    private static boolean isWeb(LeadEvent event) {
        return event.dimensions().channel() == Channel.WEB;
    }

    private static boolean isUpgrade(LeadGraded graded) {
        return graded.previousLevel() != null && graded.level().hotterThan(graded.previousLevel());
    }
}
