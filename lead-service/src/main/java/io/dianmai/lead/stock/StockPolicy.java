package io.dianmai.lead.stock;

/**
 * 库龄规则: from when on the stock board warns of a vehicle, and calls it aged (滞销).
 *
 * @param agedAfterDays calendar days in the stock of the group; 90 in the design's KPI of aged stock
 * @param warnAfterDays the same, for the warning before; 60 by custom of the trade
 */
record StockPolicy(int agedAfterDays, int warnAfterDays) {
    static final StockPolicy SHIPPED = new StockPolicy(90, 60);

    boolean aged(long ageDays) {
        return ageDays > agedAfterDays;
    }

    /** Not yet aged, but soon. */
    boolean warned(long ageDays) {
        return ageDays > warnAfterDays && !aged(ageDays);
    }
}
