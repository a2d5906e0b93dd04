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
 * @param audience roles that hear of it at the store or above, as they were found when it fired: where nobody at the store
 *     held a role, the next one up that somebody holds
 * @param recipients staff ids of those at the store who hear of it: the owner, and whoever held a role of the audience then; absent
 *     in what older versions fired
 * @param ownerId staff id of whoever owns the customer, when the owner hears of it
 * @param firedAt when it was fired
 * @param late it was fired more than a few seconds after {@code rungAt}, or had lapsed before it was told
 * @param digestId subject of the {@link ReminderDigest} that tells people of it together with others; absent when they hear
 *     of it by itself
 */
@EventType("dianmai.reminder.fired.v1")
public record ReminderFired(
        DeadlineKind kind,
        String aggregateId,
        int rung,
        long offsetMinutes,
        List<Role> audience,
        @Nullable List<String> recipients,
        @Nullable String ownerId,
        RungAction action,
        Instant dueAt,
        Instant rungAt,
        Instant firedAt,
        boolean late,
        @Nullable String digestId)
        implements ReminderEvent {
    public ReminderFired {
        audience = List.copyOf(audience);
        recipients = recipients == null ? null : List.copyOf(recipients);
    }
}
