package io.dianmai.kpi.value;

import io.dianmai.kpi.catalogue.Kpi.Better;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands in a comparison of peers.
 *
 * @param id of the store, brand, region or tier
 * @param outcome what the KPI stands at
 * @param target absent when there is none
 * @param shortfall the less the better: orders peers by their values as they are shown; null without a value, and where
 *     a range is wanted but nobody has set one
 */
public record Standing(
        String id,
        Outcome outcome,
        @Nullable Target target,
        @Nullable BigDecimal shortfall) {
    /** Best first, those without a rank last, equals in order of ids. */
    public static final Comparator<Standing> BEST_FIRST = Comparator.<Standing, @Nullable BigDecimal>comparing(
                    standing -> standing.shortfall(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Standing::id);

    static Standing of(String id, Outcome outcome, @Nullable Aim aim, Better better) {
        Target target = aim == null ? null : Target.of(aim, outcome.value(), better);
        return new Standing(id, outcome, target, behind(outcome.value(), aim, better));
    }

    private static @Nullable BigDecimal behind(@Nullable BigDecimal value, @Nullable Aim aim, Better better) {
        if (value == null) {
            return null;
        }
        return switch (better) {
            case HIGHER -> value.negate();
            case LOWER -> value;
            case RANGE -> aim == null ? null : aim.distanceOf(value);
        };
    }
}
