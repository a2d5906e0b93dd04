package io.dianmai.kpi.ladder;

/**
 * Something for which a draft is no ladder.
 *
 * @param pointer JSON Pointer to the part of the draft that it is about
 * @param detail what to do about it, for whoever wrote it
 */
public record LadderFlaw(Fault fault, String pointer, String detail) {

    /** What sort of mistake it is. The first sort that is there names the problem. */
    public enum Fault {
        /** A value that is missing, or cannot be read. */
        UNREADABLE,
        UNKNOWN_SCOPE,
        /** It would change what has happened, or holds from a time that nobody plans for. */
        UNFIT_DATE,
        NO_RUNGS,
        TOO_MANY_RUNGS,
        RUNGS_OUT_OF_ORDER,
        OFFSET_TOO_FAR,
        OFFSET_TOO_FINE,
        UNKNOWN_ROLE,
        TELLS_NOBODY,
        /** A rung takes work away, and nobody hears of it who could see to it. */
        ACTS_FOR_NOBODY,
        UNFIT_FALLBACK,
        /** The kind's owning service knows no such act. */
        UNFIT_ACTION,
        UNFIT_CLOCK,
        CLOCK_TOO_FAST,
        SNOOZE_TOO_LONG
    }
}
