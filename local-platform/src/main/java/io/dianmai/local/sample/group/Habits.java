package io.dianmai.local.sample.group;

/**
 * What makes one store better than another.
 *
 * @param traffic customers, against the mean of the stores
 * @param closing leads that become orders, against the mean of the stores
 * @param promptness share of contacts made in time
 * @param punctuality share of promises to the owners of vehicles that are kept
 */
public record Habits(double traffic, double closing, double promptness, double punctuality) {
    private static final double PROMPTNESS_ON_SHOW = 0.75;
    private static final double PUNCTUALITY_ON_SHOW = 0.85;

    /** Careless enough that somebody who watches for a few minutes sees deadlines lapse. */
    public Habits onShow() {
        return new Habits(traffic, closing, promptness * PROMPTNESS_ON_SHOW, punctuality * PUNCTUALITY_ON_SHOW);
    }
}
