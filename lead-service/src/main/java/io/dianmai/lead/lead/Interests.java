package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Interest;
import org.jspecify.annotations.Nullable;

/** What customers want, as cards change. */
final class Interests {
    private Interests() {}

    /** What is known once {@code told} is heard: what it leaves out stays. */
    static Interest patched(Interest known, @Nullable Interest told) {
        if (told == null) {
            return known;
        }
        return new Interest(
                newer(told.model(), known.model()),
                newer(told.colour(), known.colour()),
                newer(told.budgetFrom(), known.budgetFrom()),
                newer(told.budgetTo(), known.budgetTo()),
                newer(told.payment(), known.payment()),
                newer(told.tradeIn(), known.tradeIn()),
                newer(told.tradeInModel(), known.tradeInModel()),
                newer(told.decisionMaker(), known.decisionMaker()),
                newer(told.urgency(), known.urgency()),
                newer(told.purchaseTime(), known.purchaseTime()),
                newer(told.competitors(), known.competitors()));
    }

    /** Whether the budget ends before it begins. */
    static boolean backwards(Interest interest) {
        Long from = interest.budgetFrom();
        Long to = interest.budgetTo();
        return from != null && to != null && from > to;
    }

    private static <T> @Nullable T newer(@Nullable T told, @Nullable T known) {
        return told == null ? known : told;
    }
}
