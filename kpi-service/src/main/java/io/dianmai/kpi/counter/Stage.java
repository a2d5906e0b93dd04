package io.dianmai.kpi.counter;

import java.util.Locale;

/**
 * 销售漏斗: what became of the leads that were registered on a day. Counted for the day of the registration, whenever it
 * happens.
 */
public enum Stage {
    /** First effective contact. */
    CONTACTED(Counter.COHORT_CONTACTED),
    VISITED(Counter.COHORT_VISITED),
    TEST_DRIVEN(Counter.COHORT_TEST_DRIVEN),
    /** First quote. */
    NEGOTIATING(Counter.COHORT_NEGOTIATING),
    ORDERED(Counter.COHORT_ORDERED),
    DELIVERED(Counter.COHORT_DELIVERED),
    LOST(Counter.COHORT_LOST);

    private final Counter counter;
    private final String wireName;

    Stage(Counter counter) {
        this.counter = counter;
        this.wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Leads of a day that reached it so far. */
    public Counter counter() {
        return counter;
    }

    /** For example {@code test-driven}. */
    public String wireName() {
        return wireName;
    }
}
