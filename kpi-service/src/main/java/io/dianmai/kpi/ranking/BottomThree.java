package io.dianmai.kpi.ranking;

import io.dianmai.kpi.value.Standing;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stores of a brand that are flagged for improvement: the last three of those that have a value, and whoever equals
 * the best of these. Where fewer than four have a value nobody is.
 *
 * @param flagged store ids
 * @param tooFew whether the brand has too few stores with a value
 */
record BottomThree(Set<String> flagged, boolean tooFew) {
    private static final int FLAGGED = 3;

    static BottomThree of(Collection<Standing> brand) {
        List<Standing> worstFirst = brand.stream()
                .filter(store -> store.shortfall() != null)
                .sorted(Standing.BEST_FIRST.reversed())
                .toList();
        if (worstFirst.size() <= FLAGGED) {
            return new BottomThree(Set.of(), true);
        }
        BigDecimal border = worstFirst.get(FLAGGED - 1).shortfall();
        return new BottomThree(
                worstFirst.stream()
                        .filter(store -> isAtLeast(store.shortfall(), border))
                        .map(Standing::id)
                        .collect(Collectors.toUnmodifiableSet()),
                false);
    }

    private static boolean isAtLeast(@Nullable BigDecimal shortfall, @Nullable BigDecimal border) {
        return shortfall != null && border != null && shortfall.compareTo(border) >= 0;
    }
}
