package io.dianmai.kpi.deadline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Who comes up next when more is due than can be done: the stores take turns, oldest first within each, so a store where
 * much lapses holds back nobody else. Every other turn is for what has become due last: so what is punctual stays punctual
 * beside a backlog, also at a store that has one.
 */
final class Turns {
    /** What becomes due within so many milliseconds waits together. */
    private static final long SLICE = 100;

    /** By when it became due; the first has all that has been due for longer as well. */
    private final Deque<Lane> lanes = new ArrayDeque<>();

    private boolean oldestsTurn;

    /** One queue for each store that has anything in it, the one whose turn it is first. */
    private static final class Lane {
        /** What becomes due from then on belongs to another one. */
        private final long end;

        private final SequencedMap<String, Deque<Due>> byStore = new LinkedHashMap<>();

        Lane(long end) {
            this.end = end;
        }

        void add(Due due) {
            byStore.computeIfAbsent(due.storeId(), _ -> new ArrayDeque<>()).add(due);
        }

        Due next() {
            var first = byStore.pollFirstEntry();
            Due due = first.getValue().remove();
            if (!first.getValue().isEmpty()) {
                byStore.putLast(first.getKey(), first.getValue());
            }
            return due;
        }

        boolean isEmpty() {
            return byStore.isEmpty();
        }
    }

    /** It has become due since the last tick; in order. */
    void addFresh(Due due) {
        if (lanes.isEmpty() || due.at() >= lanes.getLast().end) {
            lanes.add(new Lane(due.at() + SLICE));
        }
        lanes.getLast().add(due);
    }

    /** It has been due for longer. */
    void addBacklog(Due due) {
        if (lanes.isEmpty()) {
            lanes.add(new Lane(Long.MIN_VALUE));
        }
        lanes.getFirst().add(due);
    }

    /** Takes out whose turn it is; null when there is nobody. */
    @Nullable
    Due next() {
        while (!lanes.isEmpty() && lanes.getFirst().isEmpty()) {
            lanes.removeFirst();
        }
        while (!lanes.isEmpty() && lanes.getLast().isEmpty()) {
            lanes.removeLast();
        }
        oldestsTurn = !oldestsTurn;
        Lane lane = oldestsTurn ? lanes.peekFirst() : lanes.peekLast();
        return lane == null ? null : lane.next();
    }

    void clear() {
        lanes.clear();
    }
}
