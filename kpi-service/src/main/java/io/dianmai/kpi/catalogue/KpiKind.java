package io.dianmai.kpi.catalogue;

/** How a KPI comes from its counters. */
public enum KpiKind {
    /** Numerator over denominator, of one period. */
    RATIO(true),
    SUM(false),
    COUNT(false),
    /** A level at the end of the period. */
    GAUGE(false),
    /** A ratio in which a level takes part. */
    GAUGE_RATIO(true),
    /** Change against the previous period. */
    GROWTH(false);

    private final boolean hasDenominator;

    KpiKind(boolean hasDenominator) {
        this.hasDenominator = hasDenominator;
    }

    boolean hasDenominator() {
        return hasDenominator;
    }
}
