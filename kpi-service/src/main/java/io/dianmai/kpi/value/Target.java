package io.dianmai.kpi.value;

import io.dianmai.kpi.catalogue.Kpi.Better;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a value stands to its target.
 *
 * @param kind {@code number}, {@code range}, {@code brand-mean} or {@code plan}
 * @param value the target in the KPI's unit; absent for a range, and where the brand has no mean
 * @param from lower bound of a range
 * @param to upper bound of a range
 * @param attainment 达成率 in percent
 * @param met whether the value reaches it
 */
public record Target(
        String kind,
        @Nullable BigDecimal value,
        @Nullable BigDecimal from,
        @Nullable BigDecimal to,
        @Nullable BigDecimal attainment,
        @Nullable Boolean met) {

    static Target of(Aim aim, @Nullable BigDecimal value, Better better) {
        boolean range = aim.kind() == Aim.Kind.RANGE;
        return new Target(
                aim.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                range ? null : aim.from(),
                range ? aim.from() : null,
                range ? aim.to() : null,
                aim.attainedBy(value, better),
                aim.metBy(value, better));
    }
}
