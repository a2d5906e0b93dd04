package io.dianmai.kpi.target.web;

import io.dianmai.kpi.target.Aim;
import io.dianmai.kpi.target.Plan;
import io.dianmai.kpi.target.PlanVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is shown, figures as they were entered.
 *
 * @param unit {@code count}, {@code yuan}, {@code hours} or the KPI's own
 * @param versions in the order of their entry; for a day the last one that has taken effect counts
 */
record PlanView(
        String storeId, String what, String unit, String owner, int year, int revision, List<VersionView> versions) {

    /**
     * A version.
     *
     * @param months January to December; absent when the plan was taken back from that day on
     */
    record VersionView(
            LocalDate effectiveFrom, @Nullable List<BigDecimal> months, String entered, String by, Instant at) {

        static VersionView of(PlanVersion version, Aim aim) {
            return new VersionView(
                    version.effectiveFrom(),
                    version.months()
                            .map(months ->
                                    months.stream().map(aim.unit()::entered).toList())
                            .orElse(null),
                    version.entered(),
                    version.by(),
                    version.at());
        }
    }

    static PlanView of(Plan plan, Aim aim) {
        return new PlanView(
                plan.key().storeId(),
                plan.key().what(),
                aim.wireUnit(),
                plan.key().owner().text(),
                plan.key().year(),
                plan.revision(),
                plan.versions().stream()
                        .map(version -> VersionView.of(version, aim))
                        .toList());
    }
}
