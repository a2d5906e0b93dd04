package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.deadline.DeadlineChange.Arm;
import io.dianmai.kpi.deadline.DeadlineChange.Clear;
import io.dianmai.kpi.deadline.DeadlineChange.HandOver;
import io.dianmai.kpi.deadline.DeadlineChange.Restart;
import io.dianmai.kpi.deadline.DeadlineChange.Snooze;
import io.dianmai.kpi.deadline.DeadlineChange.Start;
import io.dianmai.kpi.ladder.ClockTerms;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.Ladders;
import io.dianmai.kpi.ladder.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The clocks of one task, each with its place in the due index. */
final class DeadlineBook {
    private final ClockStore clocks;
    private final DueIndex index;
    private final Supplier<Ladders> ladders;
    private final Function<String, Place> places;
    private final Duration grace;

    /**
     * A book over the stores of a task.
     *
     * @param ladders always the same ones during one event or tick
     * @param places where each store lies, by its id
     */
    DeadlineBook(
            ClockStore clocks,
            DueIndex index,
            Supplier<Ladders> ladders,
            Function<String, Place> places,
            Duration grace) {
        this.clocks = clocks;
        this.index = index;
        this.ladders = ladders;
        this.places = places;
        this.grace = grace;
    }

    /** Returns whether there was anything to change. */
    boolean apply(DeadlineChange change, String storeId, Instant recordedAt) {
        return switch (change) {
            case Arm arm -> {
                set(arm.id(), arm.kind(), storeId, arm.aggregateId(), arm.ownerId(), arm.dueAt(), recordedAt);
                yield true;
            }
            case Start start -> start(start, storeId, recordedAt);
            case Restart restart -> restart(restart, recordedAt);
            case HandOver handOver -> handOver(handOver);
            case Clear clear -> clear(clear.id(), 0);
            case Snooze snooze -> snooze(snooze);
        };
    }

    private boolean start(Start start, String storeId, Instant recordedAt) {
        if (start.unlessRuns() != null && running(start.unlessRuns()) != null) {
            return false;
        }
        ClockTerms terms = ladders.get()
                .of(start.kind(), places.apply(storeId), start.from())
                .clock();
        int series = 0;
        for (Duration after : terms.after()) {
            Instant dueAt = ahead(start.from().plus(after), terms.every(), recordedAt);
            String id = inSeries(start.id(), series++);
            set(id, start.kind(), storeId, start.aggregateId(), start.ownerId(), dueAt, recordedAt);
        }
        clear(start.id(), series);
        return series > 0;
    }

    /** What comes again and again comes for the first time after it was told: old history does not remind of every time. */
    static Instant ahead(Instant dueAt, @Nullable Duration every, Instant recordedAt) {
        if (every == null || dueAt.isAfter(recordedAt)) {
            return dueAt;
        }
        long missed = Duration.between(dueAt, recordedAt).dividedBy(every) + 1;
        return dueAt.plus(every.multipliedBy(missed));
    }

    private boolean restart(Restart restart, Instant recordedAt) {
        Deadline running = running(restart.id());
        return running != null
                && start(
                        new Start(
                                restart.id(),
                                running.kind(),
                                running.aggregateId(),
                                running.ownerId(),
                                restart.from(),
                                null),
                        running.storeId(),
                        recordedAt);
    }

    private boolean handOver(HandOver handOver) {
        int series = 0;
        for (Deadline running = running(handOver.id());
                running != null;
                running = next(running, handOver.id(), series)) {
            if (!handOver.ownerId().equals(running.ownerId())) {
                save(inSeries(handOver.id(), series), running.ownedBy(handOver.ownerId()));
            }
            series++;
        }
        return series > 0;
    }

    private boolean clear(String id, int from) {
        int series = from;
        for (Deadline running = from == 0 ? running(id) : running(inSeries(id, from));
                running != null;
                running = next(running, id, series)) {
            stop(inSeries(id, series++), running);
        }
        return series > from;
    }

    private void stop(String id, Deadline running) {
        if (running.indexedAt() != null) {
            index.remove(id, running.indexedAt());
        }
        // Its next reminder must not have the number of an earlier one.
        if (running.fired() > 0 && LeadClocks.comeAgain(running.kind())) {
            save(id, running.asStopped());
        } else {
            clocks.delete(id);
        }
    }

    private boolean snooze(Snooze snooze) {
        Deadline running = running(snooze.id());
        if (running == null || running.indexedAt() == null || !running.dueAt().equals(snooze.dueAt())) {
            return false;
        }
        place(snooze.id(), running.snoozed(snooze.until()));
        return true;
    }

    private void set(
            String id,
            DeadlineKind kind,
            String storeId,
            String aggregateId,
            @Nullable String ownerId,
            Instant dueAt,
            Instant recordedAt) {
        Deadline former = find(id);
        int fired = former == null ? 0 : former.fired();
        Instant indexedAt = former == null ? null : former.indexedAt();
        place(
                id,
                new Deadline(
                        kind, storeId, aggregateId, ownerId, dueAt, recordedAt, null, fired, indexedAt, null, false));
    }

    /**
     * Keeps a clock, and sees to it that it comes up when it fires next. Where it would come up too early anyway, its entry
     * stays: clocks that are set anew all the time would else cost an entry each time. It is put off when it comes up.
     */
    void place(String id, Deadline deadline) {
        Deadline turned = turned(deadline);
        Ladder ladder = ladderOf(turned);
        int next = turned.nextRung(ladder);
        Instant firesAt = ladder.hasRung(next) ? turned.firesAt(ladder, next, grace) : null;
        Instant indexedAt = turned.indexedAt();
        if (firesAt == null || indexedAt == null || indexedAt.isAfter(firesAt)) {
            if (indexedAt != null) {
                index.remove(id, indexedAt);
            }
            if (firesAt != null) {
                index.put(id, turned.storeId(), firesAt);
            }
            indexedAt = firesAt;
        }
        save(id, turned.indexedUnder(indexedAt));
    }

    /** Where no rung is left, a clock that comes again is set anew. */
    private Deadline turned(Deadline deadline) {
        Ladder ladder = ladderOf(deadline);
        Duration every = ladder.clock().every();
        return every == null || ladder.hasRung(deadline.nextRung(ladder))
                ? deadline
                : deadline.setAnew(deadline.dueAt().plus(every));
    }

    /** Puts a clock that was taken out of the index back at this instant, whatever its ladder says. */
    void putOff(String id, Deadline deadline, Instant until) {
        index.put(id, deadline.storeId(), until);
        save(id, deadline.indexedUnder(until));
    }

    void save(String id, Deadline deadline) {
        clocks.put(id, deadline);
    }

    /** A clock of this id, stopped or not; null if there never was one. */
    @Nullable
    Deadline find(String id) {
        return clocks.find(id);
    }

    Ladder ladderOf(Deadline deadline) {
        return ladders.get().of(deadline.kind(), places.apply(deadline.storeId()), deadline.dueAt());
    }

    Duration grace() {
        return grace;
    }

    /** Whether a clock was set, and has run out at least as far as its first rung. */
    boolean isSpent(String id) {
        Deadline running = running(id);
        return running != null && (running.indexedAt() == null || running.lastOffset() != null);
    }

    private @Nullable Deadline running(String id) {
        Deadline deadline = find(id);
        return deadline == null || deadline.stopped() ? null : deadline;
    }

    /** The clock after {@code running} in its series, if it may have one: that costs a look. */
    private @Nullable Deadline next(Deadline running, String id, int series) {
        return LeadClocks.comeAgain(running.kind()) ? running(inSeries(id, series)) : null;
    }

    /** Id of a clock in the series of those that the ladder starts at once, from 0. */
    static String inSeries(String id, int series) {
        return series == 0 ? id : id + '~' + series;
    }
}
