package io.dianmai.lead.lead;

/** How far a lead has come. Stages may be skipped. */
public enum Stage {
    REGISTERED,
    /** 有效跟进: somebody has really spoken with the customer. */
    CONTACTED,
    VISITED,
    TEST_DRIVEN,
    /** 洽谈: was given a quote. */
    NEGOTIATING,
    ORDERED,
    DELIVERED,
    /** 战败 */
    LOST;

    /** Whether nothing more is to be done about the lead. */
    public boolean closed() {
        return this == DELIVERED || this == LOST;
    }

    /** The stage of a lead at this stage that reaches {@code next}: it never falls back. */
    Stage reaching(Stage next) {
        return compareTo(next) < 0 ? next : this;
    }
}
