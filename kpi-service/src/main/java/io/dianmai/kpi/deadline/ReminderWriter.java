package io.dianmai.kpi.deadline;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.Rung;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts into words what fired: who hears of it is found now, not when the clock was set. */
final class ReminderWriter {
    /** A rung that fires later than this after its time is marked late. */
    private static final Duration PUNCTUAL = Duration.ofSeconds(5);

    private static final URI SOURCE = URI.create("/kpi-service");

    private final StoreRoster roster;

    ReminderWriter(StoreRoster roster) {
        this.roster = roster;
    }

    Envelope<ReminderFired> reminder(
            String id, Deadline deadline, Ladder ladder, int position, Instant now, @Nullable String digestId) {
        Rung rung = ladder.rungs().get(position);
        Instant rungAt = deadline.rungAt(rung);
        Instant expected = deadline.firesAt(ladder, position, Duration.ZERO);
        Audience audience = roster.audienceOf(rung, deadline.ownerId(), deadline.storeId(), now);
        ReminderFired fired = new ReminderFired(
                deadline.kind(),
                deadline.aggregateId(),
                position,
                rung.offset().toMinutes(),
                audience.roles(),
                audience.recipients(),
                audience.ownerId(),
                rung.action(),
                deadline.dueAt(),
                rungAt,
                now,
                deadline.toldLate(rung) || now.isAfter(expected.plus(PUNCTUAL)),
                digestId);
        return new Envelope<>(
                AggregateIds.next(), SOURCE, id, rungAt, deadline.storeId(), deadline.fired() + 1, now, null, fired);
    }

    Envelope<ReminderDigest> digest(String storeId, String digestId, ReminderDigest digest, Instant now) {
        return new Envelope<>(AggregateIds.next(), SOURCE, digestId, now, storeId, 1, now, null, digest);
    }
}
