package io.dianmai.kit.policy.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** From when on somebody may want a policy to hold. */
final class PolicyDates {
    /** Long enough to put right what somebody forgot yesterday; what was decided before stays as it was. */
    private static final Duration BACK = Duration.ofDays(1);

    private static final Duration AHEAD = Duration.ofDays(2 * 365);

    private PolicyDates() {}

    /** Now when nothing is said; ends the request when it is not fair. */
    static Instant fair(@Nullable Instant effectiveFrom, Instant now) {
        if (effectiveFrom == null) {
            return now;
        }
        if (effectiveFrom.isBefore(now.minus(BACK))) {
            throw PolicyProblems.unfitDate("Must not be more than a day ago: what has happened stays.");
        }
        if (effectiveFrom.isAfter(now.plus(AHEAD))) {
            throw PolicyProblems.unfitDate("Must be within two years from now.");
        }
        return effectiveFrom.truncatedTo(ChronoUnit.MILLIS);
    }
}
