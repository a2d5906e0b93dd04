package io.dianmai.kpi.value;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rows in memory, in front of those in the store: what has changed so lately that the store may not have it yet, and
 * the totals that were asked for last. Every instance has its own, fed by {@link RowFeed}; an answer is as new as the
 * topic of rows, however slow the store is.
 *
 * <p>A row that was read from the store is kept only if no change of it came meanwhile: its place is marked before it is
 * read, a change takes the mark away. As long as the feed does not run, nothing is at hand.
 */
@Component
class RowsAtHand {
    private static final int MOST_TOTALS = 40_000;

    private final Cache<String, Kept> totals =
            Caffeine.newBuilder().maximumSize(MOST_TOTALS).build();
    private final ConcurrentMap<String, Unsunk> unsunk = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Instant> heard = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean current;

    private sealed interface Kept {
        /** What the row says. */
        record Known(RowTotals totals) implements Kept {}

        /** Somebody is reading it; each mark is one of its own. */
        final class Mark implements Kept {}
    }

    /** A row that the store may not have yet. */
    private static final class Unsunk {
        private final int partition;
        private final long offset;
        private final byte[] json;
        private final RowTotals totals;

        Unsunk(int partition, long offset, byte[] json, RowTotals totals) {
            this.partition = partition;
            this.offset = offset;
            this.json = json;
            this.totals = totals;
        }
    }

    /**
     * A row has changed: the newest state of it, as it is on the topic.
     *
     * @return when the platform accepted the newest fact that is in it
     */
    Instant changed(String id, int partition, long offset, byte[] json) {
        RowTotals changed = RowTotals.read(json);
        Unsunk before = unsunk.get(id);
        if (before != null && offset <= before.offset) {
            // The feed began again before it.
            return changed.heardTo();
        }
        unsunk.put(id, new Unsunk(partition, offset, json, changed));
        bytes.addAndGet(json.length - (before == null ? 0 : before.json.length));
        // After the above, never before: whoever marks it then looks there.
        totals.asMap().computeIfPresent(id, (_, _) -> new Kept.Known(changed));
        heard.merge(
                id.substring(0, id.lastIndexOf('|')),
                changed.heardTo(),
                (one, other) -> one.isAfter(other) ? one : other);
        return changed.heardTo();
    }

    /** The store has everything before these offsets. */
    void sunk(Function<Integer, Long> committed) {
        unsunk.forEach((id, row) -> {
            Long to = committed.apply(row.partition);
            if (to != null && row.offset < to && unsunk.remove(id, row)) {
                bytes.addAndGet(-row.json.length);
            }
        });
    }

    /** What is held because the store may not have it yet. */
    long unsunkBytes() {
        return bytes.get();
    }

    /** The feed runs, and has heard all that the store knows. */
    void follow() {
        current = true;
    }

    /** The feed has stopped, or the store is ahead of it: nothing is at hand until it has caught up. */
    void forget() {
        current = false;
        totals.invalidateAll();
    }

    /** Up to when these stores have been heard, as far as lately changed rows tell. */
    Map<String, Instant> heard() {
        return heard;
    }

    /** The JSON of a row that has changed lately. */
    Optional<byte[]> changed(String id) {
        Unsunk row = current ? unsunk.get(id) : null;
        return row == null ? Optional.empty() : Optional.of(row.json);
    }

    /**
     * Hands out the totals of these rows; those that are not at hand are read, and kept.
     *
     * @param reader reads rows from the store; those that are not there are left out
     */
    void totals(
            List<String> ids,
            Function<List<String>, Map<String, RowTotals>> reader,
            BiConsumer<String, RowTotals> sink) {
        Map<String, Kept.Mark> marks = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            RowTotals known = current ? known(id, marks) : null;
            if (known == null) {
                missing.add(id);
            } else {
                sink.accept(id, known);
            }
        }
        if (!missing.isEmpty()) {
            try {
                Map<String, RowTotals> read = reader.apply(missing);
                marks.forEach((id, mark) ->
                        totals.asMap().replace(id, mark, new Kept.Known(read.getOrDefault(id, RowTotals.NONE))));
                read.forEach(sink);
            } finally {
                marks.forEach(totals.asMap()::remove);
            }
        }
    }

    private @Nullable RowTotals known(String id, Map<String, Kept.Mark> marks) {
        Kept kept = totals.getIfPresent(id);
        if (kept instanceof Kept.Known(RowTotals known)) {
            return known;
        }
        if (kept == null) {
            var mark = new Kept.Mark();
            if (totals.asMap().putIfAbsent(id, mark) == null) {
                marks.put(id, mark);
            }
        }
        Unsunk lately = unsunk.get(id);
        if (lately == null) {
            return null;
        }
        Kept.Mark mine = marks.remove(id);
        if (mine != null) {
            totals.asMap().replace(id, mine, new Kept.Known(lately.totals));
        }
        return lately.totals;
    }
}
