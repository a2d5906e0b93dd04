package io.dianmai.lead.lead;

import io.dianmai.kit.aggregate.Refusal;

/** Why nobody gets a lead that way. */
final class PoolRefusals {
    static final Refusal NOT_IN_POOL = Refusal.conflict(
            "lead-not-in-pool", "The lead is not in the company pool. Somebody may have been faster: read it again.");
    static final Refusal OWN_LEAD_TOO_SOON = Refusal.conflict(
            "own-lead-too-soon", "The lead was taken back from this advisor not long ago. Leave it to others for now.");
    static final Refusal NOT_THE_OWNER = Refusal.conflict(
            "not-the-owner", "The lead is another advisor's, or nobody's. Only its owner gives it back or refuses it.");
    static final Refusal REFUSAL_TOO_LATE = Refusal.conflict(
            "refusal-too-late", "The time to refuse the lead is over. Give it back with a reason instead.");
    static final Refusal CLAIMED_NOT_GIVEN = Refusal.conflict(
            "claimed-not-given", "The advisor claimed this lead himself. Give it back with a reason instead.");
    static final Refusal AT_CAPACITY = Refusal.conflict(
            "advisor-at-capacity",
            "The advisor has as many open leads as one may have. It is for somebody else, or a manager goes over it.");

    private PoolRefusals() {}
}
