package io.dianmai.kpi.deadline;

import io.dianmai.kpi.state.ObjectStore;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * After ladders changed, goes through all clocks, a few at each tick, and moves forward those that fire earlier now. Those
 * that fire later are put off when they come up. A walk that is interrupted begins anew: to place a clock twice changes
 * nothing.
 */
final class LadderWalk {
    private static final String APPLIED = "ladders-applied";
    private static final long NONE = -1;
    private static final int STRIDE = 1_000;

    private final ObjectStore<Deadline> deadlines;
    private final KeyValueStore<String, Long> marks;
    private final DeadlineBook book;
    private long applied;
    private long walking = NONE;
    private String next = "";

    LadderWalk(ObjectStore<Deadline> deadlines, KeyValueStore<String, Long> marks, DeadlineBook book) {
        this.deadlines = deadlines;
        this.marks = marks;
        this.book = book;
        Long stored = marks.get(APPLIED);
        this.applied = stored == null ? NONE : stored;
    }

    /** A store has other ladders now, although these are the same. */
    void again() {
        walking = NONE;
        if (applied != NONE) {
            keep(NONE);
        }
    }

    /** Goes on while there is time, if there is anything to do. */
    void step(long version, BooleanSupplier hasTime) {
        if (applied == version) {
            return;
        }
        if (walking != version) {
            walking = version;
            next = "";
        }
        List<KeyValue<String, Deadline>> stride = deadlines.from(next, STRIDE);
        for (KeyValue<String, Deadline> entry : stride) {
            if (!hasTime.getAsBoolean()) {
                return;
            }
            if (!entry.value.stopped()) {
                book.place(entry.key, entry.value);
            }
            // The first key behind this one.
            next = entry.key + '\0';
        }
        if (stride.size() < STRIDE) {
            keep(version);
        }
    }

    private void keep(long version) {
        applied = version;
        marks.put(APPLIED, version);
    }
}
