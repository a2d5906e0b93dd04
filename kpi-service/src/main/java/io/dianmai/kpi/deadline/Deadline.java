package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.Rung;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 时限: a clock. Which rung is next follows from the one that fired last, by its offset: a ladder that has changed since
 * neither repeats a rung nor goes back.
 *
 * @param recordedAt when the platform accepted what started this clock: rungs that had lapsed by then were told late
 * @param lastOffset offset of the rung that fired last since the clock was set; null when none has
 * @param fired rungs fired so far, also before the clock was set anew
 * @param indexedAt under which instant it waits in the due index, never after the one at which it fires; null when no
 *     rung is left
 * @param snoozedUntil rungs that only tell people are put off until then; null if they are not
 * @param stopped it does not run: only the number of its rungs is remembered, for when it is set again
 */
public record Deadline(
        DeadlineKind kind,
        String storeId,
        String aggregateId,
        @Nullable String ownerId,
        Instant dueAt,
        Instant recordedAt,
        @Nullable Duration lastOffset,
        int fired,
        @Nullable Instant indexedAt,
        @Nullable Instant snoozedUntil,
        boolean stopped) {
    public Deadline {
        dueAt = millis(dueAt);
        recordedAt = millis(recordedAt);
        indexedAt = indexedAt == null ? null : millis(indexedAt);
        snoozedUntil = snoozedUntil == null ? null : millis(snoozedUntil);
    }

    /** No more than this is stored: what is in hand must not know more than what comes back. */
    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Position of the rung that fires next; behind the last one when none is left. */
    int nextRung(Ladder ladder) {
        List<Rung> rungs = ladder.rungs();
        int next = 0;
        while (lastOffset != null
                && next < rungs.size()
                && rungs.get(next).offset().compareTo(lastOffset) <= 0) {
            next++;
        }
        return next;
    }

    Instant rungAt(Rung rung) {
        return dueAt.plus(rung.offset());
    }

    /** Whether this rung had lapsed when the platform was told of the deadline. */
    boolean toldLate(Rung rung) {
        return !rungAt(rung).isAfter(recordedAt);
    }

    /**
     * When a rung fires if nothing clears it.
     *
     * @param grace what had lapsed when it was told, imported history for example, gets this long for its clearing event
     *     to arrive
     */
    Instant firesAt(Ladder ladder, int rung, Duration grace) {
        List<Rung> rungs = ladder.rungs();
        Instant time = afterGrace(rungs, rung, grace);
        if (snoozedUntil == null || rungs.get(rung).action() != RungAction.NOTIFY) {
            return time;
        }
        // What acts is not put off, and nothing overtakes: so nobody is told after it acted.
        Instant until = rungs.subList(rung, rungs.size()).stream()
                .filter(later -> later.action() != RungAction.NOTIFY)
                .map(this::rungAt)
                .findFirst()
                .filter(snoozedUntil::isAfter)
                .orElse(snoozedUntil);
        return until.isAfter(time) ? until : time;
    }

    /** No rung waits beyond the time of a later one that lies ahead. */
    private Instant afterGrace(List<Rung> rungs, int rung, Duration grace) {
        if (!toldLate(rungs.get(rung))) {
            return rungAt(rungs.get(rung));
        }
        Instant graceEnds = recordedAt.plus(grace);
        return rungs.subList(rung, rungs.size()).stream()
                .filter(later -> !toldLate(later))
                .map(this::rungAt)
                .findFirst()
                .filter(graceEnds::isAfter)
                .orElse(graceEnds);
    }

    /** How many of its rungs fire by {@code now}. */
    int rungsBy(Instant now, Ladder ladder, Duration grace) {
        int rung = nextRung(ladder);
        int due = 0;
        while (ladder.hasRung(rung + due) && !firesAt(ladder, rung + due, grace).isAfter(now)) {
            due++;
        }
        return due;
    }

    Deadline afterFiring(Rung rung) {
        return new Deadline(
                kind,
                storeId,
                aggregateId,
                ownerId,
                dueAt,
                recordedAt,
                rung.offset(),
                fired + 1,
                indexedAt,
                snoozedUntil,
                false);
    }

    /** The same clock runs on. */
    Deadline dueAt(Instant later) {
        return new Deadline(
                kind,
                storeId,
                aggregateId,
                ownerId,
                later,
                recordedAt,
                lastOffset,
                fired,
                indexedAt,
                snoozedUntil,
                false);
    }

    /** From the first rung on. */
    Deadline setAnew(Instant newDueAt) {
        return new Deadline(
                kind, storeId, aggregateId, ownerId, newDueAt, recordedAt, null, fired, indexedAt, null, false);
    }

    Deadline ownedBy(String newOwner) {
        return new Deadline(
                kind,
                storeId,
                aggregateId,
                newOwner,
                dueAt,
                recordedAt,
                lastOffset,
                fired,
                indexedAt,
                snoozedUntil,
                false);
    }

    Deadline snoozed(Instant until) {
        return new Deadline(
                kind, storeId, aggregateId, ownerId, dueAt, recordedAt, lastOffset, fired, indexedAt, until, false);
    }

    Deadline indexedUnder(@Nullable Instant instant) {
        return new Deadline(
                kind,
                storeId,
                aggregateId,
                ownerId,
                dueAt,
                recordedAt,
                lastOffset,
                fired,
                instant,
                snoozedUntil,
                stopped);
    }

    Deadline asStopped() {
        return new Deadline(kind, storeId, aggregateId, null, dueAt, recordedAt, null, fired, null, null, true);
    }
}
