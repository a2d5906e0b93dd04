package io.dianmai.kpi.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a KPI.
 *
 * @param pointer JSON Pointer to the part that it is about
 * @param position inside of a formula
 */
record Finding(
        Fault fault,
        String pointer,
        String detail,
        @Nullable Position position) {

    /** What sort of mistake it is; the first sort that is there names the problem. */
    enum Fault {
        /** A text that is no formula. */
        FORMULA,
        /** A name that nothing is known by. */
        UNKNOWN_COUNTER,
        /** A divisor or denominator that is zero whatever happens. */
        DIVIDES_BY_ZERO,
        /** A counter that no event feeds yet. */
        WAITS,
        /** A value that is missing or not acceptable. */
        INVALID
    }

    /**
     * A part of a formula's text.
     *
     * @param start index of its first character, from 0
     * @param end index behind its last
     */
    record Position(int start, int end) {}

    static Finding invalid(String pointer, String detail) {
        return new Finding(Fault.INVALID, pointer, detail, null);
    }

    static Finding of(Fault fault, String pointer, FormulaError error) {
        return new Finding(
                fault, pointer, String.valueOf(error.getMessage()), new Position(error.start(), error.end()));
    }

    static Finding of(Fault fault, String pointer, FormulaToken token, String detail) {
        return new Finding(fault, pointer, detail, new Position(token.start(), token.end()));
    }

    /** For people who look at a file. */
    String inWords() {
        String place = position == null ? "" : ", character " + (position.start() + 1);
        return pointer.substring(1) + place + ": " + detail;
    }
}
