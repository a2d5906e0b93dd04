package io.dianmai.kpi.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 目标计划 of one counter or KPI for one owner and year. Nothing in it is overwritten: for each day the version that was
 * entered last counts, of those that have taken effect by then.
 *
 * @param versions in the order in which they were entered
 */
public record Plan(PlanKey key, List<PlanVersion> versions) {
    public Plan {
        versions = List.copyOf(versions);
    }

    /** Grows by one with each version. */
    public int revision() {
        return versions.size();
    }

    /** The figure of the month that this day lies in, by the version that counts on this day. */
    Optional<BigDecimal> monthFigure(LocalDate day) {
        return versions.reversed().stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .findFirst()
                .flatMap(PlanVersion::months)
                .map(months -> months.get(day.getMonthValue() - 1));
    }
}
