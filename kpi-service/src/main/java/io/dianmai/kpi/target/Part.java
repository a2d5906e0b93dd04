package io.dianmai.kpi.target;

import java.math.BigDecimal;

/**
 * One of equal parts of a store's figure. Like days, parts are differences of rounded running totals: those of all
 * members add up to the store's figure exactly.
 *
 * @param index from 0
 * @param of how many
 */
record Part(int index, int of) {
    static final Part WHOLE = new Part(0, 1);

    /** Its part of an amount. */
    BigDecimal of(BigDecimal amount, int decimals) {
        return Spread.upTo(amount, index + 1, of, decimals).subtract(Spread.upTo(amount, index, of, decimals));
    }
}
