package io.dianmai.kit.messaging;

import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;

/** What follows from other services' events, which state what has happened and cannot be refused. */
public final class Effects {
    private Effects() {}

    /**
     * Insists that what was heard took effect. Throws when it did not: what cannot be right now is tried again until it
     * can, and what never can be ends among the dead letters.
     */
    public static void require(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?>(Refusal refusal)) {
            throw refusal.kind() == Refusal.Kind.UNAVAILABLE
                    ? new NotNow(refusal.detail())
                    : new IllegalStateException(refusal.code() + ": " + refusal.detail());
        }
    }
}
