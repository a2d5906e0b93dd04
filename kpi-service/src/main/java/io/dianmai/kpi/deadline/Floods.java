package io.dianmai.kpi.deadline;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kpi.state.ObjectStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Recognises stores of which more rungs come due together than people want to hear of one by one. What is due together
 * is what piles up until a task has got through all that is due; nothing is fired before it was counted. A flood is kept
 * in the transaction of its rungs, so each of them is in exactly one digest.
 */
final class Floods {
    private final ObjectStore<Flood> stored;
    private final DeadlineBook book;
    private final DueIndex index;
    private final int most;
    /** Stores with a flood; all of them are in {@link #stored}. */
    private final Set<String> open;

    private final Map<String, Integer> due = new HashMap<>();
    /** What is due before this was counted, since the last pile was through. */
    private Due counted = Due.FIRST;

    /** Takes the digest of a store. */
    interface Sink {
        void send(String storeId, String digestId, ReminderDigest digest);
    }

    /** @param most rungs of one store that are told one by one */
    Floods(ObjectStore<Flood> stored, DeadlineBook book, DueIndex index, int most) {
        this.stored = stored;
        this.book = book;
        this.index = index;
        this.most = most;
        this.open = new LinkedHashSet<>(stored.keys());
    }

    /** Counts what is due; false if there was not the time for all of it. */
    boolean count(Instant now, BooleanSupplier hasTime) {
        if (!index.isDue(now.toEpochMilli())) {
            return true;
        }
        counted = index.look(counted, now.toEpochMilli(), hasTime, next -> count(next, now));
        return counted.compareTo(index.limit(now.toEpochMilli())) >= 0;
    }

    /** Where there is a flood already nothing is left to count: to look up each of its clocks would hold back all others. */
    private void count(Due next, Instant now) {
        if (open.contains(next.storeId())) {
            return;
        }
        Deadline deadline = book.find(next.id());
        // Those are for headquarters, one for each store.
        if (deadline == null || deadline.kind() == DeadlineKind.STORE_SILENT) {
            return;
        }
        String store = deadline.storeId();
        int rungs = deadline.rungsBy(now, book.ladderOf(deadline), book.grace());
        if (due.merge(store, rungs, Integer::sum) > most && open.add(store)) {
            stored.put(store, Flood.begin(AggregateIds.next()));
        }
    }

    /** The digest that a rung of this store belongs to; null when people hear of it by itself. */
    @Nullable
    String digestOf(String storeId, DeadlineKind kind) {
        Flood flood = kind == DeadlineKind.STORE_SILENT || !open.contains(storeId) ? null : stored.get(storeId);
        return flood == null ? null : flood.digestId();
    }

    /** A rung fired that belongs to the digest of its store. */
    void add(String storeId, ReminderFired rung) {
        Flood flood = stored.get(storeId);
        if (flood == null) {
            throw new IllegalStateException("a digest without a flood");
        }
        stored.put(storeId, flood.with(rung));
    }

    /** All that was due has been fired: tells the digests. */
    void end(Sink sink) {
        for (String store : List.copyOf(open)) {
            Flood flood = stored.get(store);
            if (flood != null && !flood.rungs().isEmpty()) {
                sink.send(store, flood.digestId(), flood.digest());
            }
            stored.delete(store);
        }
        open.clear();
        due.clear();
        counted = Due.FIRST;
    }
}
