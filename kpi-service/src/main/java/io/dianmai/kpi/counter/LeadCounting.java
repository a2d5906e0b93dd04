package io.dianmai.kpi.counter;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadAbsorbed;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadCardUpdated;
import io.dianmai.contracts.lead.LeadClashed;
import io.dianmai.contracts.lead.LeadContacted;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadDimensions;
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
import java.util.ArrayList;
import java.util.List;

/** What the sales events add. */
final class LeadCounting {
    private LeadCounting() {}

    static List<Posting> postings(LeadEvent event, Instant at) {
        List<Posting> postings = new ArrayList<>(
                event instanceof LeadOrderCancelled cancelled
                        ? negated(own(cancelled.ordered(), cancelled.orderedAt()))
                        : own(event, at));
        postings.addAll(ExpectedPayments.postings(event));
        if (event instanceof LeadMerged merged) {
            postings.addAll(notRegistered(merged.dimensions()));
        }
        return postings;
    }

    private static List<Posting> own(LeadEvent event, Instant at) {
        List<Posting> posted = new ArrayList<>(amounts(event).at(at, slices(event)));
        posted.addAll(Cohort.postings(event, at));
        return posted;
    }

    private static List<Posting> negated(List<Posting> postings) {
        return postings.stream().map(Posting::negated).toList();
    }

    /**
     * 并档 corrects the day on which the lead was registered: there was one customer less. What the lead came to since
     * stays, for that happened. Which advisor and model it was registered under is not known any more.
     */
    private static List<Posting> notRegistered(LeadDimensions dimensions) {
        Instant registered = dimensions.registeredAt();
        return registered == null
                ? List.of()
                : negated(registration(new Amounts(), dimensions).at(registered, Slice.lasting(dimensions)));
    }

    private static Amounts registration(Amounts amounts, LeadDimensions dimensions) {
        return amounts.one(Counter.LEADS_REGISTERED)
                .oneIf(dimensions.channel() == Channel.WEB, Counter.WEB_LEADS_REGISTERED);
    }

    private static Amounts amounts(LeadEvent event) {
        Amounts amounts = new Amounts();
        switch (event) {
            case LeadRegistered registered -> registration(amounts, registered.dimensions());
            case LeadVisited visited -> visit(amounts, visited);
            case LeadTestDriven driven -> amounts.oneIf(driven.testDriveNumber() == 1, Counter.LEADS_TEST_DRIVEN);
            case LeadGraded graded -> amounts.oneIf(isUpgrade(graded), Counter.LEVEL_UPGRADES);
            case LeadOrdered ordered -> order(amounts, ordered);
            case LeadDelivered delivered -> delivery(amounts, delivered);
            case LeadLost _ -> amounts.one(Counter.LEADS_LOST);
            case VisitLogged visit -> party(amounts, visit);
            case LeadRecalled _ -> amounts.one(Counter.LEADS_RECALLED);
            case LeadRegisteredAgain _ -> amounts.one(Counter.LEADS_REGISTERED_AGAIN);
            case LeadClashed _ -> amounts.one(Counter.LEADS_CLASHED);
            case LeadReopened _ -> amounts.one(Counter.LEADS_REOPENED);
            case LeadMerged _ -> amounts.one(Counter.LEADS_MERGED);
            case LeadContacted _ -> amounts.one(Counter.LEADS_CONTACTED);
            case LeadQuoted _ -> amounts.one(Counter.QUOTES);
            case LeadPaymentReceived payment -> amounts.add(Counter.PAYMENTS_RECEIVED, payment.amount());
            case LeadLossProposed _ -> amounts.one(Counter.LOSSES_PROPOSED);
            case LeadLossRefused _ -> amounts.one(Counter.LOSSES_REFUSED);
            case LeadAssigned _,
                    LeadOrderCancelled _,
                    LeadOrderChanged _,
                    LeadCardUpdated _,
                    LeadAbsorbed _,
                    LeadScored _ -> {}
        }
        return amounts;
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
