package io.dianmai.kpi.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as somebody enters it, figures in yuan and hours. One of {@code total}, {@code months} and {@code ramp} is
 * given.
 *
 * @param owner as {@link TargetOwner#parse} reads it
 * @param effectiveFrom the first day of the year if it is absent
 * @param total of the year, to be spread by working days; of an aim that is not additive, the aim of each month
 * @param months January to December
 * @param ramp of a KPI, from the month on in which it takes effect; the last figure holds on
 */
public record PlanDraft(
        String storeId,
        String what,
        @Nullable String owner,
        int year,
        @Nullable LocalDate effectiveFrom,
        @Nullable BigDecimal total,
        @Nullable List<@Nullable BigDecimal> months,
        @Nullable List<@Nullable BigDecimal> ramp) {

    LocalDate from() {
        return effectiveFrom == null ? LocalDate.of(year, 1, 1) : effectiveFrom;
    }
}
