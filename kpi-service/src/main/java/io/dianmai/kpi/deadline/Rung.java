package io.dianmai.kpi.deadline;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.RungAction;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a ladder.
 *
 * @param offset from the due time, negative before it
 * @param owner whether the owner of the customer hears of it
 * @param audience roles that hear of it at the store or above
 * @param fallback roles that hear of it instead of an owner when there is none and it is for nobody else
 */
record Rung(Duration offset, boolean owner, List<Role> audience, List<Role> fallback, RungAction action) {
    private static final Duration FURTHEST = Duration.ofDays(366);

    Rung {
        audience = List.copyOf(audience);
        fallback = List.copyOf(fallback);
        if (offset.abs().compareTo(FURTHEST) > 0) {
            throw new IllegalArgumentException("a rung is more than a year from the due time");
        }
        if (!owner && audience.isEmpty()) {
            throw new IllegalArgumentException("a rung tells nobody");
        }
        if (audience.isEmpty() == fallback.isEmpty()) {
            throw new IllegalArgumentException("a rung for the owner alone, and no other, has a fallback");
        }
    }

    /** The roles that hear of it, given the owner. */
    List<Role> audienceFor(@Nullable String ownerId) {
        return ownerId == null && audience.isEmpty() ? fallback : audience;
    }
}
