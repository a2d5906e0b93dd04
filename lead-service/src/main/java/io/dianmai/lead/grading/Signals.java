package io.dianmai.lead.grading;

import io.dianmai.contracts.lead.DecisionMaker;
import io.dianmai.contracts.lead.Interest;
import io.dianmai.contracts.lead.PurchaseTime;
import io.dianmai.contracts.lead.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has told that bears on the score.
 *
 * @param budgetKnown whether a budget was named
 */
public record Signals(
        @Nullable Urgency urgency,
        @Nullable PurchaseTime purchaseTime,
        @Nullable DecisionMaker decisionMaker,
        boolean budgetKnown) {
    /** Nothing was told. */
    public static final Signals NONE = new Signals(null, null, null, false);

    /** What of it a card tells. */
    public static Signals of(@Nullable Interest interest) {
        return interest == null
                ? NONE
                : new Signals(
                        interest.urgency(),
                        interest.purchaseTime(),
                        interest.decisionMaker(),
                        interest.budgetFrom() != null || interest.budgetTo() != null);
    }

    /** Whether anything was told. */
    boolean any() {
        return !equals(NONE);
    }
}
