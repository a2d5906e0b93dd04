package io.dianmai.kpi.target;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One version of a plan: it takes over for the days from {@code effectiveFrom} on.
 *
 * @param months January to December, in the kept unit ({@link PlanUnit}); empty when the plan was taken back
 * @param entered how the figures were given: {@code total}, {@code months}, {@code ramp} or {@code withdrawn}
 * @param by who entered it
 */
public record PlanVersion(
        LocalDate effectiveFrom, Optional<List<BigDecimal>> months, String entered, String by, Instant at) {
    static final String WITHDRAWN = "withdrawn";

    public PlanVersion {
        months = months.map(List::copyOf);
    }

    /** The end of the plan from a day on. */
    public static PlanVersion withdrawal(LocalDate from, String by, Instant at) {
        return new PlanVersion(from, Optional.empty(), WITHDRAWN, by, at);
    }

    /** Whether it plans the same from the same day on, whoever entered it when. */
    boolean plansTheSameAs(PlanVersion other) {
        return effectiveFrom.equals(other.effectiveFrom)
                && months.map(PlanVersion::plain).equals(other.months.map(PlanVersion::plain));
    }

    private static List<BigDecimal> plain(List<BigDecimal> figures) {
        return figures.stream().map(BigDecimal::stripTrailingZeros).toList();
    }
}
