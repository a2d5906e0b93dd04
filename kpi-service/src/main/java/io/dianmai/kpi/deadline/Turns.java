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
    /** What became due from one tick to the next, and waits; the first has all that has been due for longer as well. */
    private final Deque<Lane> lanes = new ArrayDeque<>();

    private boolean oldestsTurn;

    /** One queue for each store that has anything in it, the one whose turn it is first. */
    private static final class Lane {
        private final SequencedMap<String, Deque<Due>> byStore = new LinkedHashMap<>();

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

    /** Another tick begins. */
    void nextTick() {
        if (lanes.isEmpty()) {
            lanes.add(new Lane());
        }
        if (lanes.size() == 1 || !lanes.getLast().isEmpty()) {
            lanes.add(new Lane());
        }
    }

    /** It has become due since the last tick. */
    void addFresh(Due due) {
        lane(lanes.peekLast()).add(due);
    }

    /** It has been due for longer. */
    void addBacklog(Due due) {
        lane(lanes.peekFirst()).add(due);
    }

    private Lane lane(@Nullable Lane lane) {
        if (lane == null) {
            lanes.add(new Lane());
        }
        return lane == null ? lanes.getLast() : lane;
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
