package io.dianmai.kpi.deadline;

import java.time.Duration;

/**
 * 门店静默: from when on a store that is not heard is called silent. Its usual gap is the longest open time that passed
 * between two of its facts on the last days on which it was heard. Longer than that, times a factor, is silence.
 *
 * @param days so many of the last days on which the store was heard make its rhythm
 * @param learnedAfter without so many of them there is no rhythm, and no reminder
 * @param factor how much longer than the usual gap
 * @param floor open time that is never called silence, however lively the store usually is
 */
public record SilencePolicy(int days, int learnedAfter, int factor, Duration floor) {
    /** Bounded by what {@link HeardMinutes} keeps: a day of a store may lie in two days of UTC. */
    private static final int MOST_DAYS = HeardMinutes.DAYS - 2;

    public SilencePolicy {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("a rhythm is made of 1 to " + MOST_DAYS + " days");
        }
        if (learnedAfter < 1 || learnedAfter > days) {
            throw new IllegalArgumentException("a rhythm is learned after 1 to " + days + " days");
        }
        if (factor < 1 || floor.toMinutes() < 1) {
            throw new IllegalArgumentException("silence lasts for at least a minute, and for the usual gap");
        }
    }

    /** Open minutes without a word that are silence. */
    long silentAfter(long usualMinutes) {
        return Math.max(floor.toMinutes(), factor * usualMinutes);
    }
}
