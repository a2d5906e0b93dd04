package io.dianmai.kpi.ladder;

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
 * @param action what the owning service does when it hears of it
 */
public record Rung(Duration offset, boolean owner, List<Role> audience, List<Role> fallback, RungAction action) {
    public Rung {
        audience = List.copyOf(audience);
        fallback = List.copyOf(fallback);
        if (!owner && audience.isEmpty()) {
            throw new IllegalArgumentException("a rung tells nobody");
        }
    }

    /** The roles that hear of it, given the owner. */
    public List<Role> audienceFor(@Nullable String ownerId) {
        return ownerId == null && audience.isEmpty() ? fallback : audience;
    }
}
