package io.dianmai.kpi.catalogue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What a KPI is told in, and how to get there from counters, whose money is fen and whose working time is minutes. */
public enum KpiUnit {
    COUNT(1, 1, 2),
    RATIO(1, 1, 2),
    TIMES(1, 1, 2),
    PERCENT(100, 1, 2),
    POINTS(100, 1, 1),
    YUAN(1, 100, 2),
    MINUTES(1, 1, 1),
    HOURS(1, 60, 1),
    DAYS(1, 1, 1),
    YEARS(100, 36_525, 2);

    private final BigDecimal multiplier;
    private final BigDecimal divisor;
    private final int decimals;

    KpiUnit(long multiplier, long divisor, int decimals) {
        this.multiplier = BigDecimal.valueOf(multiplier);
        this.divisor = BigDecimal.valueOf(divisor);
        this.decimals = decimals;
    }

    /** {@code numerator / denominator} in this unit, rounded half up once, at the end. */
    public BigDecimal of(BigDecimal numerator, BigDecimal denominator) {
        BigDecimal value = numerator
                .multiply(multiplier)
                .divide(denominator.multiply(divisor), MathContext.DECIMAL128)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
