package io.dianmai.contracts.reminder;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.org.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rung of a deadline's ladder came due and nothing had cleared it. Its subject is the deadline, its sequence the
 * number of this rung among those fired for it.
 *
 * @param kind which ladder
 * @param aggregateId the follow-up plan, repair order or complaint that it is about
 * @param rung position on the ladder, from 0
 * @param offsetMinutes minutes from {@code dueAt} to {@code rungAt}, negative before
 * @param audience roles that hear of it at the store or above
 * @param ownerId staff id of whoever owns the customer, when the owner hears of it
 * @param firedAt when it was fired
 * @param late it was fired more than a few seconds after {@code rungAt}, or had lapsed before it was told
 */
@EventType("dianmai.reminder.fired.v1")
public record ReminderFired(
        DeadlineKind kind,
        String aggregateId,
        int rung,
        long offsetMinutes,
        List<Role> audience,
        @Nullable String ownerId,
        RungAction action,
        Instant dueAt,
        Instant rungAt,
        Instant firedAt,
        boolean late)
        implements ReminderEvent {
    public ReminderFired {
        audience = List.copyOf(audience);
    }
}
