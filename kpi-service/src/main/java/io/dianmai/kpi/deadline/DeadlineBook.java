package io.dianmai.kpi.deadline;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kpi.deadline.DeadlineChange.Arm;
import io.dianmai.kpi.deadline.DeadlineChange.Clear;
import io.dianmai.kpi.deadline.DeadlineChange.HandOver;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.LadderBook;
import io.dianmai.kpi.ladder.Place;
import io.dianmai.kpi.ladder.Rung;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The running clocks of one task. Its stores change in the transaction of what it sends: each rung fires once. */
final class DeadlineBook {
    /** A rung that fires later than this after its time is marked late. */
    private static final Duration PUNCTUAL = Duration.ofSeconds(5);

    /** After this a rung is tried again that could not be fired for certain. */
    private static final Duration UNCERTAIN = Duration.ofSeconds(2);

    private static final URI SOURCE = URI.create("/kpi-service");

    private final KeyValueStore<String, byte[]> deadlines;
    private final DueIndex index;
    private final LadderBook ladders;
    private final Duration grace;

    DeadlineBook(KeyValueStore<String, byte[]> deadlines, DueIndex index, LadderBook ladders, Duration grace) {
        this.deadlines = deadlines;
        this.index = index;
        this.ladders = ladders;
        this.grace = grace;
    }

    void apply(DeadlineChange change, String storeId, Instant recordedAt) {
        Deadline running = find(change.id());
        switch (change) {
            case Arm arm -> arm(arm, storeId, recordedAt, running);
            case HandOver handOver -> {
                if (running != null) {
                    save(handOver.id(), running.ownedBy(handOver.ownerId()));
                }
            }
            case Clear clear -> {
                if (running != null) {
                    unindex(clear.id(), running);
                    deadlines.delete(clear.id());
                }
            }
        }
    }

    private void arm(Arm arm, String storeId, Instant recordedAt, @Nullable Deadline running) {
        int fired = 0;
        if (running != null) {
            unindex(arm.id(), running);
            fired = running.fired();
        }
        index(
                arm.id(),
                new Deadline(
                        arm.kind(),
                        storeId,
                        arm.aggregateId(),
                        arm.ownerId(),
                        arm.dueAt(),
                        recordedAt,
                        0,
                        fired,
                        null));
    }

    /** Fires the rungs that are due, oldest first, and looks at {@code limit} clocks at most; returns how many fired. */
    int fireDue(Instant now, int limit, LiveDue dues, Consumer<Envelope<ReminderFired>> sink) {
        int fired = 0;
        for (String id : index.due(now.toEpochMilli(), limit)) {
            Deadline deadline = find(id);
            if (deadline == null || deadline.indexedAt() == null) {
                throw new IllegalStateException("the due index names a deadline that does not wait");
            }
            index.remove(id, deadline.indexedAt());
            index.advanceTo(deadline.indexedAt());
            if (!putOff(id, deadline, dues, now)) {
                sink.accept(reminder(id, deadline, now));
                index(id, deadline.afterFiring());
                fired++;
            }
        }
        return fired;
    }

    /** Lets a clock run on, or stops it, when that is what it has to do; false when it has run out. */
    private boolean putOff(String id, Deadline deadline, LiveDue dues, Instant now) {
        Instant due = dues.of(deadline);
        if (due == null) {
            save(id, deadline.indexedUnder(null));
        } else if (due.isAfter(deadline.dueAt())) {
            index(id, deadline.dueAt(due));
        } else if (!dues.isCertain(deadline)) {
            save(id, deadline.indexedUnder(index.put(id, now.plus(UNCERTAIN))));
        } else {
            return false;
        }
        return true;
    }

    /** Whether a clock was set, and has run out at least as far as its first rung. */
    boolean isSpent(String id) {
        Deadline deadline = find(id);
        return deadline != null && (deadline.indexedAt() == null || deadline.nextRung() > 0);
    }

    private Envelope<ReminderFired> reminder(String id, Deadline deadline, Instant now) {
        Rung rung = ladder(deadline).rungs().get(deadline.nextRung());
        Instant rungAt = deadline.rungAt(rung);
        boolean late = deadline.toldLate(rung) || now.isAfter(rungAt.plus(PUNCTUAL));
        ReminderFired fired = new ReminderFired(
                deadline.kind(),
                deadline.aggregateId(),
                deadline.nextRung(),
                rung.offset().toMinutes(),
                rung.audienceFor(deadline.ownerId()),
                List.of(),
                rung.owner() ? deadline.ownerId() : null,
                rung.action(),
                deadline.dueAt(),
                rungAt,
                now,
                late,
                null);
        return new Envelope<>(
                AggregateIds.next(), SOURCE, id, rungAt, deadline.storeId(), deadline.fired() + 1, now, null, fired);
    }

    long waiting() {
        return index.size();
    }

    private void index(String id, Deadline deadline) {
        Instant firesAt = deadline.firesAt(ladder(deadline), grace);
        save(id, deadline.indexedUnder(firesAt == null ? null : index.put(id, firesAt)));
    }

    private Ladder ladder(Deadline deadline) {
        return ladders.current().of(deadline.kind(), Place.unknown(deadline.storeId()), deadline.dueAt());
    }

    private void unindex(String id, Deadline deadline) {
        if (deadline.indexedAt() != null) {
            index.remove(id, deadline.indexedAt());
        }
    }

    private void save(String id, Deadline deadline) {
        deadlines.put(id, DeadlineCodec.encode(deadline));
    }

    private @Nullable Deadline find(String id) {
        byte[] stored = deadlines.get(id);
        return stored == null ? null : DeadlineCodec.decode(stored);
    }
}
