package io.dianmai.kpi.catalogue;

/**
 * A word of a formula.
 *
 * @param start index of its first character, from 0
 */
record FormulaToken(Word word, String text, int start) {
    enum Word {
        NAME,
        NUMBER,
        /** {@code +} and {@code -}, which may also stand before a single operand. */
        SIGN,
        /** {@code *} and {@code /} */
        FACTOR,
        OPEN,
        CLOSE;

        boolean isOperator() {
            return this == SIGN || this == FACTOR;
        }

        boolean beginsOperand() {
            return this == NAME || this == NUMBER || this == OPEN;
        }
    }

    int end() {
        return start + text.length();
    }
}
