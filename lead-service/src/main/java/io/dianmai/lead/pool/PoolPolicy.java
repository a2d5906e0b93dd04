package io.dianmai.lead.pool;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * 公海规则: how leads leave the company pool. Data that headquarters may change for the group, a tier, a brand or a store.
 *
 * @param claimsPerDay how many leads an advisor may claim on one day; absent: as many as there are
 * @param openClaims how many open leads an advisor may have that he claimed; absent: as many as there are
 * @param ownLeadAfterDays how long after its recall a lead is not for who had it before
 * @param refuseWithinHours how long an advisor may refuse what he was given
 * @param contactWithin how soon everybody who left the pool is to be spoken with, for people to read: the deadline itself
 *     is the ladder's
 * @param shareOut absent: nothing is shared out
 */
public record PoolPolicy(
        @Nullable Integer claimsPerDay,
        @Nullable Integer openClaims,
        int ownLeadAfterDays,
        int refuseWithinHours,
        Duration contactWithin,
        @Nullable ShareOut shareOut) {

    /**
     * 公海分配: so many leads a day go to a special team, oldest first.
     *
     * @param teamId whose people get them, those who are at work and have room
     * @param perDay how many leads of one store a day
     * @param dailyAt at what time of the store's open days it is done by itself; absent: only when a manager says so
     */
    public record ShareOut(
            String teamId, int perDay, @Nullable LocalTime dailyAt) {}

    /**
     * Ten days to speak with everybody are the groups' own figure; the caps are a beginning, there to keep one advisor from
     * emptying the pool. Who lost a lead for idleness shall not have it back at once: a month, as long as it lay idle.
     */
    static final PoolPolicy SHIPPED = new PoolPolicy(10, 50, 30, 24, Duration.ofDays(10), null);

    Duration ownLeadAfter() {
        return Duration.ofDays(ownLeadAfterDays);
    }

    Duration refuseWithin() {
        return Duration.ofHours(refuseWithinHours);
    }
}
