package io.dianmai.kpi.catalogue;

/** What a number in a formula is counted in. {@link KpiUnit} leads from there to what people read. */
public enum FigureUnit {
    COUNT,
    /** Money. */
    FEN,
    /** Time of work and of answers, also where the name says hours. */
    MINUTES,
    DAYS,
    LITRES
}
