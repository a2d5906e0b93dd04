package io.dianmai.followup.hearing;

import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import org.springframework.dao.TransientDataAccessResourceException;

/** Other services' events state what has happened: a plan may not refuse them. */
final class Heard {
    private Heard() {}

    /**
     * Insists that what was heard took effect.
     *
     * @throws TransientDataAccessResourceException when it cannot right now, so that the record is tried again until it
     *     does
     * @throws IllegalStateException when it never will, so that the record ends among the dead letters
     */
    static void requireDone(Outcome<FollowUpPlan> outcome) {
        if (outcome instanceof Outcome.Refused<FollowUpPlan>(Refusal refusal)) {
            if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
                throw new TransientDataAccessResourceException(refusal.detail());
            }
            throw new IllegalStateException(refusal.code() + ": " + refusal.detail());
        }
    }
}
