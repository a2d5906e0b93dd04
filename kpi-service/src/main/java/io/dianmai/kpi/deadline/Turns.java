package io.dianmai.kpi.deadline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Who comes up next when more is due than can be done: the stores take turns, oldest first within each, so a store where
 * much lapses holds back nobody else. Every other turn is for what has become due since the last tick: so what is punctual
 * stays punctual beside a backlog, also at a store that has one.
 */
final class Turns {
    private final Lane fresh = new Lane();
    private final Lane backlog = new Lane();
    private boolean backlogsTurn;

    /** One queue for each store that has anything in it, the one whose turn it is first. */
    private static final class Lane {
        private final SequencedMap<String, Deque<Due>> byStore = new LinkedHashMap<>();

        void add(Due due) {
            byStore.computeIfAbsent(due.storeId(), _ -> new ArrayDeque<>()).add(due);
        }

        @Nullable
        Due next() {
            var first = byStore.pollFirstEntry();
            if (first == null) {
                return null;
            }
            Due due = first.getValue().poll();
            if (!first.getValue().isEmpty()) {
                byStore.putLast(first.getKey(), first.getValue());
            }
            return due;
        }

        void clear() {
            byStore.clear();
        }
    }

    /** Another tick begins: what is left of the one before is a backlog. */
    void nextTick() {
        fresh.byStore.values().forEach(left -> left.forEach(backlog::add));
        fresh.clear();
    }

    /** It has become due since the last tick. */
    void addFresh(Due due) {
        fresh.add(due);
    }

    /** It has been due for longer. */
    void addBacklog(Due due) {
        backlog.add(due);
    }

    /** Takes out whose turn it is; null when there is nobody. */
    @Nullable
    Due next() {
        backlogsTurn = !backlogsTurn;
        Due due = (backlogsTurn ? backlog : fresh).next();
        return due == null ? (backlogsTurn ? fresh : backlog).next() : due;
    }

    void clear() {
        fresh.clear();
        backlog.clear();
    }
}
