package io.dianmai.kpi.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The clocks that come up next, in order, in memory: what is due follows from the clocks themselves, so nothing of it is
 * stored, and setting and stopping a clock costs no second record.
 *
 * <p>Only those of the next hour are here, and no more than {@link #MOST}. All that wait before the <em>horizon</em> are. To move it, a walk
 * goes through the store of clocks, a stride at each tick. Until the first walk, which begins when rungs may fire, nothing
 * is here: clocks that are set and stopped while a task catches up cost nothing.
 */
final class DueIndex {
    static final int MOST = 25_000;

    private static final long AHEAD = Duration.ofHours(1).toMillis();
    private static final int STRIDE = 500;

    private final ClockStore clocks;
    private final int most;
    private final NavigableSet<Due> near = new TreeSet<>();
    private final Turns turns = new Turns();
    /** All that wait before this are near. */
    private Due horizon = Due.FIRST;
    /** Where the horizon will be when the walk is through: what is put before this is near at once. */
    private Due end = Due.FIRST;
    /** From where the walk goes on; null while there is none. */
    private @Nullable String next;
    /** All that are near before this have been given their turn. */
    private Due queued = Due.FIRST;

    private long lastTick = Long.MIN_VALUE;
    private boolean counted;
    private long waiting;

    /** @param most in hand at the same time, some 150 bytes each */
    DueIndex(ClockStore clocks, int most) {
        this.clocks = clocks;
        this.most = most;
    }

    void put(String id, String storeId, Instant firesAt) {
        if (isCounted(id)) {
            waiting++;
        }
        add(new Due(firesAt.toEpochMilli(), id, storeId));
    }

    void remove(String id, Instant indexedAt) {
        if (isCounted(id)) {
            waiting--;
        }
        near.remove(new Due(indexedAt.toEpochMilli(), id, ""));
    }

    private void add(Due due) {
        if (due.compareTo(end) >= 0 || !near.add(due)) {
            return;
        }
        if (due.compareTo(queued) < 0) {
            turns.addBacklog(due);
        }
        if (near.size() > most) {
            end = near.removeLast();
            horizon = horizon.compareTo(end) > 0 ? end : horizon;
        }
    }

    /** Begins a tick: looks ahead as far as it must, and gives what has become due its turn. */
    void tick(long now, BooleanSupplier hasTime) {
        if (next == null && mustWalk(now)) {
            end = Due.behind(now + AHEAD);
            next = "";
        }
        boolean goesOn = stride();
        while (goesOn && !isComplete(now) && hasTime.getAsBoolean()) {
            goesOn = stride();
        }
        giveTurns(now);
    }

    private boolean mustWalk(long now) {
        boolean hasRoom = near.size() < Math.ceilDiv(most, 2);
        return hasRoom ? end.at() < now + AHEAD / 2 : !isComplete(now) && !isDue(now);
    }

    /** Returns whether the walk goes on. */
    private boolean stride() {
        String from = next;
        if (from == null) {
            return false;
        }
        next = clocks.show(from, STRIDE, this::walkedOver);
        if (next == null) {
            horizon = end;
            counted = true;
        }
        return next != null;
    }

    private void walkedOver(String id, Deadline clock) {
        if (clock.indexedAt() != null) {
            add(new Due(clock.indexedAt().toEpochMilli(), id, clock.storeId()));
            waiting += counted ? 0 : 1;
        }
    }

    private void giveTurns(long now) {
        if (now < lastTick) {
            // The clock was set back: what was due is not.
            turns.clear();
            queued = Due.FIRST;
            lastTick = Long.MIN_VALUE;
        }
        Due limit = limit(now);
        if (limit.compareTo(queued) > 0) {
            for (Due due : near.subSet(queued, limit)) {
                if (lastTick != Long.MIN_VALUE && due.at() > lastTick) {
                    turns.addFresh(due);
                } else {
                    turns.addBacklog(due);
                }
            }
            queued = limit;
        }
        lastTick = now;
    }

    /** Whether everything is in hand that is due by {@code now}. */
    boolean isComplete(long now) {
        return horizon.at() > now;
    }

    /** Whether anything in hand is due. */
    boolean isDue(long now) {
        return !near.isEmpty() && near.first().compareTo(limit(now)) < 0;
    }

    /** Takes out the one whose turn it is; null when none is due. */
    @Nullable
    String take() {
        for (Due due = turns.next(); due != null; due = turns.next()) {
            if (near.remove(due)) {
                waiting--;
                return due.id();
            }
        }
        return null;
    }

    /**
     * Shows what is due from a place in the order on, as long as there is time.
     *
     * @return the place from which to go on
     */
    Due look(Due from, long now, BooleanSupplier hasTime, Consumer<Due> sink) {
        Due limit = limit(now);
        if (from.compareTo(limit) >= 0) {
            return from;
        }
        for (Due due : near.subSet(from, limit)) {
            if (!hasTime.getAsBoolean()) {
                return due;
            }
            sink.accept(due);
        }
        return limit;
    }

    /** Behind all in hand that are due by {@code now}. */
    Due limit(long now) {
        Due behind = Due.behind(now);
        return behind.compareTo(horizon) < 0 ? behind : horizon;
    }

    /** Clocks that wait; those alone that were walked over, until the first walk is through. */
    long size() {
        return waiting;
    }

    private boolean isCounted(String id) {
        return counted || (next != null && clocks.isBefore(id, next));
    }
}
