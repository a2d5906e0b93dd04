package io.dianmai.lead.activity;

/**
 * What came of the leads that name an activity.
 *
 * @param leads registered for it
 * @param visits of theirs at the store
 * @param orders signed and not cancelled
 * @param deliveries of vehicles
 * @param grossProfit of these in fen
 */
record ActivityResult(long leads, long visits, long orders, long deliveries, long grossProfit) {
    static final ActivityResult NONE = new ActivityResult(0, 0, 0, 0, 0);
    static final ActivityResult LEAD = new ActivityResult(1, 0, 0, 0, 0);
    static final ActivityResult VISIT = new ActivityResult(0, 1, 0, 0, 0);
    static final ActivityResult ORDER = new ActivityResult(0, 0, 1, 0, 0);
    static final ActivityResult ORDER_TAKEN_BACK = new ActivityResult(0, 0, -1, 0, 0);

    static ActivityResult delivery(long grossProfit) {
        return new ActivityResult(0, 0, 0, 1, grossProfit);
    }

    ActivityResult plus(ActivityResult other) {
        return new ActivityResult(
                leads + other.leads,
                visits + other.visits,
                orders + other.orders,
                deliveries + other.deliveries,
                grossProfit + other.grossProfit);
    }
}
