package io.dianmai.kpi.ranking;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kpi.value.Freshness;
import io.dianmai.kpi.value.Level;
import io.dianmai.kpi.value.Ranks;
import io.dianmai.kpi.value.Standing;
import io.dianmai.kpi.value.Target;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer.
 *
 * @param of how many have a rank, also those that the viewer may not see
 * @param rows best first; those without a value last
 * @param flagged whether the last stores of brands are flagged, as they are per quarter
 * @param brandsWithTooFew brands of which no store is flagged, because fewer than four have a value
 */
record Ranking(
        String kpi,
        String unit,
        String better,
        String period,
        String level,
        String scope,
        int of,
        Freshness heardTo,
        boolean flagged,
        @Nullable List<String> brandsWithTooFew,
        List<Row> rows) {

    /**
     * One of them.
     *
     * @param rank from 1, equals share one and the next one is left out; null without a value
     * @param brand of a store
     * @param flagged whether it is among the last three of its brand; absent where nothing is flagged
     */
    record Row(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Integer rank,

            String id,
            String name,
            @Nullable String brand,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal value,

            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable Integer withoutPlan,
            @Nullable Target target,
            @Nullable Boolean flagged) {

        static Row of(Level level, StorePublished example, Standing standing, Ranks ranks, @Nullable Boolean flagged) {
            var outcome = standing.outcome();
            return new Row(
                    ranks.byId().get(standing.id()),
                    standing.id(),
                    level.nameOf(example),
                    level == Level.STORE ? example.brandId() : null,
                    outcome.value(),
                    outcome.numerator(),
                    outcome.denominator(),
                    outcome.withoutPlan() == 0 ? null : outcome.withoutPlan(),
                    standing.target(),
                    flagged);
        }
    }
}
