package io.dianmai.kpi.deadline;

import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * After ladders changed, goes through all clocks, a few at each tick, and moves forward those that fire earlier now. Those
 * that fire later are put off when they come up. A walk that is interrupted begins anew: to place a clock twice changes
 * nothing.
 */
final class LadderWalk {
    private static final String APPLIED = "ladders-applied";
    private static final long NONE = -1;
    private static final int STRIDE = 200;

    private final ClockStore clocks;
    private final KeyValueStore<String, Long> marks;
    private final DeadlineBook book;
    private long applied;
    private long walking = NONE;
    /** From where it goes on; null when it is through. */
    private @Nullable String next = "";

    LadderWalk(ClockStore clocks, KeyValueStore<String, Long> marks, DeadlineBook book) {
        this.clocks = clocks;
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
        String from = next;
        while (from != null && hasTime.getAsBoolean()) {
            from = clocks.show(from, STRIDE, this::place);
            next = from;
        }
        if (from == null) {
            keep(version);
        }
    }

    private void place(String id, Deadline deadline) {
        if (!deadline.stopped()) {
            book.place(id, deadline);
        }
    }

    private void keep(long version) {
        applied = version;
        marks.put(APPLIED, version);
    }
}
