package io.dianmai.kpi.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dianmai.contracts.org.Tier;
import io.dianmai.kpi.catalogue.Kpi;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI stands at.
 *
 * @param value in the KPI's unit; null when there is no denominator, or no event feeds it yet
 * @param numerator sum of counters, in fen where they are money and minutes where they are time
 * @param denominator the same; absent for a KPI that is no ratio
 * @param target as the catalogue writes it
 * @param available whether events feed it
 */
record KpiValue(
        String kpi,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        String unit,
        @Nullable String target,
        boolean available) {

    static KpiValue of(Kpi kpi, CounterSums sums, @Nullable Tier tier) {
        if (!kpi.available()) {
            return new KpiValue(
                    kpi.code(), null, null, null, unit(kpi), kpi.targets().of(tier), false);
        }
        BigDecimal numerator = kpi.numerator().value(sums);
        BigDecimal denominator =
                kpi.denominator() == null ? null : kpi.denominator().value(sums);
        return new KpiValue(
                kpi.code(),
                value(kpi, numerator, denominator),
                numerator,
                denominator,
                unit(kpi),
                kpi.targets().of(tier),
                true);
    }

    private static @Nullable BigDecimal value(
            Kpi kpi, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        if (numerator == null) {
            return null;
        }
        if (denominator == null) {
            return kpi.unit().of(numerator, BigDecimal.ONE);
        }
        return denominator.signum() == 0 ? null : kpi.unit().of(numerator, denominator);
    }

    private static String unit(Kpi kpi) {
        return kpi.unit().name().toLowerCase(Locale.ROOT);
    }
}
