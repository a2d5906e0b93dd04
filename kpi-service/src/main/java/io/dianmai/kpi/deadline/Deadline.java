package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.Rung;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 时限: a running clock.
 *
 * @param recordedAt when the platform accepted what started this clock: rungs that had lapsed by then were told late
 * @param nextRung position on the ladder of the rung that fires next
 * @param fired rungs fired so far, also before the clock was set anew
 * @param indexedAt under which instant it waits in the due index; null when no rung is left
 */
record Deadline(
        DeadlineKind kind,
        String storeId,
        String aggregateId,
        @Nullable String ownerId,
        Instant dueAt,
        Instant recordedAt,
        int nextRung,
        int fired,
        @Nullable Instant indexedAt) {

    Instant rungAt(Rung rung) {
        return dueAt.plus(rung.offset());
    }

    /** Whether this rung had lapsed when the platform was told of the deadline. */
    boolean toldLate(Rung rung) {
        return !rungAt(rung).isAfter(recordedAt);
    }

    /**
     * When the next rung fires if nothing clears it. What had lapsed when it was told, imported history for example,
     * gets a grace for the clearing event to arrive; but no rung waits beyond the time of a later one.
     *
     * @return null when no rung is left
     */
    @Nullable
    Instant firesAt(Ladder ladder, Duration grace) {
        if (!ladder.hasRung(nextRung)) {
            return null;
        }
        Instant graceEnds = recordedAt.plus(grace);
        for (int i = nextRung; ladder.hasRung(i); i++) {
            Instant rungAt = rungAt(ladder.rungs().get(i));
            if (rungAt.isAfter(recordedAt)) {
                return i == nextRung || rungAt.isBefore(graceEnds) ? rungAt : graceEnds;
            }
        }
        return graceEnds;
    }

    Deadline afterFiring() {
        return new Deadline(kind, storeId, aggregateId, ownerId, dueAt, recordedAt, nextRung + 1, fired + 1, indexedAt);
    }

    Deadline dueAt(Instant later) {
        return new Deadline(kind, storeId, aggregateId, ownerId, later, recordedAt, nextRung, fired, indexedAt);
    }

    Deadline ownedBy(String newOwner) {
        return new Deadline(kind, storeId, aggregateId, newOwner, dueAt, recordedAt, nextRung, fired, indexedAt);
    }

    Deadline indexedUnder(@Nullable Instant instant) {
        return new Deadline(kind, storeId, aggregateId, ownerId, dueAt, recordedAt, nextRung, fired, instant);
    }
}
