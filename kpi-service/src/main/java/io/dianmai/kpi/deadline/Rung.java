package io.dianmai.kpi.deadline;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.RungAction;
import java.time.Duration;
import java.util.List;

/**
 * One step of a ladder.
 *
 * @param offset from the due time, negative before it
 * @param owner whether the owner of the customer hears of it
 * @param audience roles that hear of it at the store or above
 */
record Rung(Duration offset, boolean owner, List<Role> audience, RungAction action) {
    private static final Duration FURTHEST = Duration.ofDays(366);

    Rung {
        audience = List.copyOf(audience);
        if (offset.abs().compareTo(FURTHEST) > 0) {
            throw new IllegalArgumentException("a rung is more than a year from the due time");
        }
        if (!owner && audience.isEmpty()) {
            throw new IllegalArgumentException("a rung tells nobody");
        }
    }
}
