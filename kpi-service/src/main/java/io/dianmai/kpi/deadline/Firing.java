package io.dianmai.kpi.deadline;

import io.dianmai.kpi.ladder.Ladder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Fires what is due, each store in its turn. */
final class Firing {
    /** After this a rung is tried again that could not be fired for certain. */
    private static final Duration UNCERTAIN = Duration.ofSeconds(2);

    private final DeadlineBook book;
    private final DueIndex index;

    /** Takes the rung of a clock that fires now. */
    interface Sink {
        void fire(String id, Deadline deadline, Ladder ladder, int rung);
    }

    Firing(DeadlineBook book, DueIndex index) {
        this.book = book;
        this.index = index;
    }

    /** Fires while there is time; false if there was not enough for all that is due. */
    boolean fireDue(Instant now, BooleanSupplier hasTime, LiveDue dues, Sink sink) {
        boolean done = !index.isDue(now.toEpochMilli());
        while (!done && hasTime.getAsBoolean()) {
            String id = index.take();
            if (id == null) {
                done = true;
            } else {
                comesUp(id, now, dues, sink);
            }
        }
        return done && index.isComplete(now.toEpochMilli());
    }

    private void comesUp(String id, Instant now, LiveDue dues, Sink sink) {
        Deadline indexed = book.find(id);
        if (indexed == null || indexed.indexedAt() == null) {
            throw new IllegalStateException("the due index names a deadline that does not wait");
        }
        Instant came = indexed.indexedAt();
        Deadline deadline = indexed.indexedUnder(null);
        Instant due = dues.of(deadline);
        if (due == null) {
            book.save(id, deadline);
        } else if (due.isAfter(deadline.dueAt())) {
            book.place(id, deadline.dueAt(due));
        } else {
            climb(id, deadline, came, now, dues, sink);
        }
    }

    private void climb(String id, Deadline deadline, Instant came, Instant now, LiveDue dues, Sink sink) {
        Ladder ladder = book.ladderOf(deadline);
        int rung = deadline.nextRung(ladder);
        if (!ladder.hasRung(rung)
                || deadline.firesAt(ladder, rung, book.grace()).isAfter(came)) {
            // It was set anew or snoozed, or has another ladder since.
            book.place(id, deadline);
        } else if (!dues.isCertain(deadline)) {
            book.putOff(id, deadline, now.plus(UNCERTAIN));
        } else {
            sink.fire(id, deadline, ladder, rung);
            book.place(id, deadline.afterFiring(ladder.rungs().get(rung)));
        }
    }
}
