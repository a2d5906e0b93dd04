package io.dianmai.lead.pool;

import io.dianmai.kit.aggregate.Refusal;

/** Why the pool gives nothing away. */
final class PoolLimits {
    static final Refusal NO_TEAM = Refusal.invalid(
            "no-share-out-team",
            "The rule of the pool names no team to share out to. Headquarters sets it at /api/lead-policies/pool.");
    static final Refusal NOBODY_AT_WORK = Refusal.conflict(
            "nobody-at-work-in-team",
            "Nobody of the team works on the store's next open day, is not off, and has room for another lead.");
    static final Refusal NO_STAFF_ID = Refusal.invalid(
            "no-staff-member", "Only somebody the registry knows as staff can have leads. Sign in as one.");

    private PoolLimits() {}

    static Refusal claimsOfDay(int cap) {
        return Refusal.conflict(
                "claims-per-day-reached", "An advisor may claim " + cap + " leads a day. Go on tomorrow.");
    }

    static Refusal openClaims(int cap) {
        return Refusal.conflict(
                "open-claims-reached",
                "An advisor may have " + cap + " open leads that he claimed. Bring some to an end, or give them back.");
    }
}
