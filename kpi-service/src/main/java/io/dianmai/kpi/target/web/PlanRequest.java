package io.dianmai.kpi.target.web;

import io.dianmai.kpi.target.PlanDraft;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /api/targets}; see {@link PlanDraft}. */
record PlanRequest(
        @NotBlank String storeId,
        @NotBlank String what,
        @Nullable String owner,
        @NotNull Integer year,
        @Nullable LocalDate effectiveFrom,
        @Nullable BigDecimal total,
        @Nullable List<@Nullable BigDecimal> months,
        @Nullable List<@Nullable BigDecimal> ramp) {

    PlanDraft draft() {
        return new PlanDraft(storeId, what, owner, year, effectiveFrom, total, months, ramp);
    }
}
