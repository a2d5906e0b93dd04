package io.dianmai.lead.stock;

import java.math.BigDecimal;

/**
 * One line of the stock board. Costs are in fen; ages are calendar days in the stock of the group.
 *
 * @param onHand vehicles in stock, allocated or not
 * @param free those for no order
 * @param clashing those that more than one order names
 * @param meanAgeDays to one decimal; 0 without vehicles
 * @param warned those that will be aged soon
 * @param aged 滞销: those in stock for longer than the policy allows
 */
record StockLine(
        int onHand,
        int allocated,
        int free,
        int clashing,
        BigDecimal meanAgeDays,
        long greatestAgeDays,
        long cost,
        int warned,
        long warnedCost,
        int aged,
        long agedCost) {}
