package io.dianmai.kpi.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dianmai.kpi.catalogue.Kpi;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI stands at, and how that compares. What was not asked for, or cannot be said, is absent.
 *
 * @param value in the KPI's unit; null when there is no denominator, or a figure is not there
 * @param numerator sum of figures, in fen where they are money and minutes where they are time
 * @param denominator the same; absent for a KPI that is no ratio; of a growth what it has grown from
 * @param available whether events feed it
 * @param withoutPlan how many stores are left out because they have no target plan that the formula asks for
 * @param toDate of a running period: where it should be by now
 * @param brandMean of a ratio the KPI over all stores of the brand together, else the mean per store
 * @param ranks among the peers
 */
public record KpiValue(
        String kpi,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        String unit,
        boolean available,
        @Nullable Integer withoutPlan,
        @Nullable Target target,
        @Nullable ToDate toDate,
        @Nullable Earlier previous,
        @Nullable Earlier lastYear,
        @Nullable BigDecimal brandMean,
        @Nullable List<Rank> ranks) {

    /**
     * What is due by the end of today, with the share of the working days that have gone.
     *
     * @param expected in the KPI's unit
     * @param attainment of it in percent
     */
    public record ToDate(BigDecimal expected, @Nullable BigDecimal attainment) {}

    /**
     * What the KPI stood at in an earlier period.
     *
     * @param difference value minus that one, in the KPI's unit
     * @param change of the value against that one in percent; of a growth there is none
     */
    public record Earlier(
            String period,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal value,

            @Nullable BigDecimal difference,
            @Nullable BigDecimal change) {}

    /**
     * A place among peers.
     *
     * @param among whose peers, for example {@code brand:B1} or {@code group}
     * @param rank from 1 for the best; equals share one
     * @param of how many have a rank
     */
    public record Rank(String among, int rank, int of) {}

    static KpiValue of(Kpi kpi, Outcome outcome) {
        return new KpiValue(
                kpi.code(),
                outcome.value(),
                outcome.numerator(),
                outcome.denominator(),
                kpi.unit().name().toLowerCase(Locale.ROOT),
                kpi.available(),
                outcome.withoutPlan() == 0 ? null : outcome.withoutPlan(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    KpiValue against(@Nullable Target aimed, @Nullable ToDate expected) {
        return new KpiValue(
                kpi,
                value,
                numerator,
                denominator,
                unit,
                available,
                withoutPlan,
                aimed,
                expected,
                previous,
                lastYear,
                brandMean,
                ranks);
    }

    KpiValue since(@Nullable Earlier before, @Nullable Earlier yearBefore) {
        return new KpiValue(
                kpi,
                value,
                numerator,
                denominator,
                unit,
                available,
                withoutPlan,
                target,
                toDate,
                before,
                yearBefore,
                brandMean,
                ranks);
    }

    KpiValue among(@Nullable BigDecimal mean, @Nullable List<Rank> places) {
        return new KpiValue(
                kpi,
                value,
                numerator,
                denominator,
                unit,
                available,
                withoutPlan,
                target,
                toDate,
                previous,
                lastYear,
                mean,
                places);
    }
}
