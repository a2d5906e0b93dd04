package io.dianmai.lead.lead;

import java.util.Arrays;
import java.util.List;

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
    LOST,
    /** 并档: another lead of the same customer goes on instead. */
    MERGED;

    /** The stages in which nothing more is to be done, as they are stored. */
    static final List<String> CLOSED =
            Arrays.stream(values()).filter(Stage::closed).map(Stage::name).toList();

    /** Whether nothing more is to be done about the lead. */
    public boolean closed() {
        return this == DELIVERED || this == LOST || this == MERGED;
    }

    /** Whether the lead never opens again: what comes later from its customer is another lead's. */
    boolean isFinal() {
        return this == DELIVERED || this == MERGED;
    }

    /** The stage of a lead at this stage that reaches {@code next}: it never falls back. */
    Stage reaching(Stage next) {
        return compareTo(next) < 0 ? next : this;
    }
}
