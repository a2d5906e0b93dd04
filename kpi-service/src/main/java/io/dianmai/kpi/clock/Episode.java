package io.dianmai.kpi.clock;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.clock.Told.Armed;
import io.dianmai.kpi.clock.Told.Fired;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a clock, from when it was set to when it was stopped or set anew.
 *
 * @param armedAt when it came to be known that it runs
 * @param recordedAt when the platform accepted what started it
 * @param fired rungs that fired, in order
 * @param snoozes in order
 * @param endedAt absent while it runs
 * @param end absent while it runs
 */
record Episode(
        DeadlineKind kind,
        String aggregateId,
        @Nullable String ownerId,
        Instant armedAt,
        Instant recordedAt,
        Instant dueAt,
        List<Rang> fired,
        List<PutOff> snoozes,
        @Nullable Instant endedAt,
        @Nullable End end) {
    Episode {
        fired = List.copyOf(fired);
        snoozes = List.copyOf(snoozes);
    }

    /** How a run ended. */
    enum End {
        CLEARED,
        REPLACED
    }

    /** A rung that fired. */
    record Rang(Duration offset, Instant firedAt) {}

    /** A snooze, and when it came to be known. */
    record PutOff(Instant at, Told.Snoozed snooze) {}

    static Episode started(Armed armed, Instant at) {
        return new Episode(
                armed.kind(),
                armed.aggregateId(),
                armed.ownerId(),
                at,
                armed.recordedAt(),
                armed.dueAt(),
                List.of(),
                List.of(),
                null,
                null);
    }

    /** The same clock, from the first rung on. */
    Episode setAnew(Told.SetAnew anew, Instant at) {
        return started(new Armed(kind, aggregateId, ownerId, anew.dueAt(), anew.recordedAt()), at);
    }

    boolean isRunning() {
        return endedAt == null;
    }

    /** Offset of the rung that fired last; null when none has. */
    @Nullable
    Duration firedTo() {
        return fired.isEmpty() ? null : fired.getLast().offset();
    }

    boolean hasFired(Duration offset) {
        return fired.stream().anyMatch(rang -> rang.offset().equals(offset));
    }

    Episode ended(Instant at, End how) {
        return new Episode(kind, aggregateId, ownerId, armedAt, recordedAt, dueAt, fired, snoozes, at, how);
    }

    Episode ownedBy(String owner) {
        return new Episode(kind, aggregateId, owner, armedAt, recordedAt, dueAt, fired, snoozes, endedAt, end);
    }

    Episode with(Fired rung) {
        if (hasFired(rung.offset())) {
            return this;
        }
        List<Rang> more = new ArrayList<>(fired);
        more.add(new Rang(rung.offset(), rung.firedAt()));
        return new Episode(kind, aggregateId, ownerId, armedAt, recordedAt, dueAt, more, snoozes, endedAt, end);
    }

    Episode with(PutOff snooze) {
        List<PutOff> more = new ArrayList<>(snoozes);
        more.add(snooze);
        return new Episode(kind, aggregateId, ownerId, armedAt, recordedAt, dueAt, fired, more, endedAt, end);
    }

    /** The same clock as the engine sets it anew by itself when it has run out. */
    Episode repeated(Instant laterDue, Instant at) {
        return new Episode(kind, aggregateId, ownerId, at, recordedAt, laterDue, List.of(), List.of(), null, null);
    }
}
