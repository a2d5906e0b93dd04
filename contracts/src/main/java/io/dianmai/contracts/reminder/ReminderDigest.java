package io.dianmai.contracts.reminder;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.org.Role;
import java.time.Instant;
import java.util.List;

/**
 * Many rungs of one store came due together, after an outage for example: people hear of them once. Each was fired as
 * a {@link ReminderFired} of its own that names this digest, its subject.
 *
 * @param rungs how many of each kind
 * @param audience roles that hear of any of them
 * @param recipients staff ids of those at the store who hear of any of them
 * @param firstRungAt when the earliest was due
 * @param lastRungAt when the latest was due
 * @param late how many of them fired late
 */
@EventType("dianmai.reminder.digest.v1")
public record ReminderDigest(
        List<KindCount> rungs,
        List<Role> audience,
        List<String> recipients,
        Instant firstRungAt,
        Instant lastRungAt,
        int late)
        implements ReminderEvent {
    public ReminderDigest {
        rungs = List.copyOf(rungs);
        audience = List.copyOf(audience);
        recipients = List.copyOf(recipients);
    }

    /** How many rungs of one kind of deadline. */
    public record KindCount(DeadlineKind kind, int count) {}
}
