package io.dianmai.lead.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Adds up vehicles to a {@link StockLine}. */
final class StockTally {
    private int onHand;
    private int allocated;
    private int clashing;
    private long ageDays;
    private long greatestAgeDays;
    private long cost;
    private int warned;
    private long warnedCost;
    private int aged;
    private long agedCost;

    void add(VehicleOnHand vehicle, long age, StockPolicy policy) {
        onHand++;
        allocated += vehicle.allocated() ? 1 : 0;
        clashing += vehicle.clashing() ? 1 : 0;
        ageDays += age;
        greatestAgeDays = Math.max(greatestAgeDays, age);
        cost += vehicle.cost();
        if (policy.aged(age)) {
            aged++;
            agedCost += vehicle.cost();
        } else if (policy.warned(age)) {
            warned++;
            warnedCost += vehicle.cost();
        }
    }

    StockLine line() {
        return new StockLine(
                onHand,
                allocated,
                onHand - allocated,
                clashing,
                meanAge(),
                greatestAgeDays,
                cost,
                warned,
                warnedCost,
                aged,
                agedCost);
    }

    private BigDecimal meanAge() {
        return onHand == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(ageDays).divide(BigDecimal.valueOf(onHand), 1, RoundingMode.HALF_UP);
    }
}
