package io.dianmai.followup.day;

/**
 * What an advisor has done in a day.
 *
 * @param done tasks that were done
 * @param due tasks that were done, or lapsed before that
 * @param onTime tasks that were done in time
 */
record Tally(int done, int due, int onTime) {
    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(done + other.done, due + other.due, onTime + other.onTime);
    }
}
