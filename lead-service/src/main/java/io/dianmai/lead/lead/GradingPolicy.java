package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.Level;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * 定级: which criteria make which level. The hottest level with a met criterion wins.
 *
 * @param unmet the level while no criterion is met
 * @param leftByCancelledOrder criteria that an order had met and that taking it back does not undo: the deposit is gone,
 *     but who has ordered had chosen a vehicle and settled how to pay for it
 */
record GradingPolicy(
        Map<Level, Set<GradingCriterion>> criteria, Level unmet, Set<GradingCriterion> leftByCancelledOrder) {
    /** The scheme O/A/B/C of the sales managers' grading card. */
    static final GradingPolicy STANDARD = new GradingPolicy(
            Map.of(
                    Level.O,
                    Set.of(GradingCriterion.ORDERED_AND_DELIVERED, GradingCriterion.DEPOSIT_TAKEN),
                    Level.A,
                    Set.of(
                            GradingCriterion.MODEL_AND_COLOUR_CHOSEN,
                            GradingCriterion.PAYMENT_AND_DELIVERY_GIVEN,
                            GradingCriterion.INSTALMENT_PAPERS_UNDER_WAY,
                            GradingCriterion.TRADE_IN_UNDER_WAY),
                    Level.B,
                    Set.of(
                            GradingCriterion.TERMS_DISCUSSED,
                            GradingCriterion.PURCHASE_TIME_SET,
                            GradingCriterion.NEXT_MEETING_SET,
                            GradingCriterion.CAME_BACK,
                            GradingCriterion.ASKED_HELP_WITH_OLD_CAR),
                    Level.C,
                    Set.of(
                            GradingCriterion.WISHES_TO_BUY,
                            GradingCriterion.CHOOSING_A_MODEL,
                            GradingCriterion.HESITATING_BETWEEN_MODELS,
                            GradingCriterion.QUALIFIED_BUYER)),
            Level.C,
            Set.of(GradingCriterion.MODEL_AND_COLOUR_CHOSEN, GradingCriterion.PAYMENT_AND_DELIVERY_GIVEN));

    GradingPolicy {
        criteria = Map.copyOf(criteria);
        leftByCancelledOrder = Set.copyOf(leftByCancelledOrder);
    }

    Level levelAfterCancelledOrder() {
        return levelFor(leftByCancelledOrder);
    }

    Level levelFor(Collection<GradingCriterion> met) {
        return criteria.entrySet().stream()
                .filter(level -> level.getValue().stream().anyMatch(met::contains))
                .map(Map.Entry::getKey)
                .min(Level::compareTo)
                .orElse(unmet);
    }
}
