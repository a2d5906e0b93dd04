package io.dianmai.lead.lead;

/** How far a lead has come. Stages may be skipped. */
public enum Stage {
    REGISTERED,
    VISITED,
    TEST_DRIVEN,
    ORDERED,
    DELIVERED,
    /** 战败 */
    LOST;

    /** Whether nothing more is to be done about the lead. */
    boolean closed() {
        return this == DELIVERED || this == LOST;
    }

    /** The stage of a lead at this stage that reaches {@code next}: it never falls back. */
    Stage reaching(Stage next) {
        return compareTo(next) < 0 ? next : this;
    }
}
