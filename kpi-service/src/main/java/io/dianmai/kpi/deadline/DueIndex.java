package io.dianmai.kpi.deadline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines in order of the instant at which they are to be looked at next. Keys are that instant, big-endian, and the
 * deadline's id.
 *
 * <p>A scan begins at the cursor, the entry taken last, and not at zero: a log-structured store used as a queue would
 * walk over all that was ever deleted. So nothing is ever put before the instant of the cursor. The first entries that are due are kept
 * in hand, always the same as in the store: each is read once, however many ticks it takes to get through them.
 */
final class DueIndex {
    /** How many entries a scan takes in hand: some 100 bytes each. */
    private static final int HANDFUL = 1_000;

    private static final byte[] MARK = {1};
    private static final String CURSOR = "cursor";

    private final KeyValueStore<Bytes, byte[]> due;
    private final KeyValueStore<String, Long> cursors;
    private final NavigableMap<Bytes, String> hand = new TreeMap<>();
    /** All entries before this key are in hand. */
    private Bytes handEnd;

    private Bytes cursor;
    /** There is no entry before this instant, except for those in hand. */
    private long earliest;

    /** What is stored of the cursor. */
    private long kept;

    private long size;

    DueIndex(KeyValueStore<Bytes, byte[]> due, KeyValueStore<String, Long> cursors) {
        this.due = due;
        this.cursors = cursors;
        Long stored = cursors.get(CURSOR);
        this.kept = stored == null ? 0 : stored;
        this.earliest = kept;
        this.cursor = key(earliest, "");
        this.handEnd = cursor;
        this.size = due.approximateNumEntries();
    }

    /** Puts a deadline in its place; returns the instant under which it now waits. */
    Instant put(String id, Instant firesAt) {
        long at = Math.max(firesAt.toEpochMilli(), instantOf(cursor));
        Bytes key = key(at, id);
        if (key.compareTo(cursor) < 0) {
            // Of the same instant: a step back over what was taken of it, and no further.
            cursor = key;
        }
        due.put(key, MARK);
        if (key.compareTo(handEnd) < 0) {
            hand.put(key, id);
        } else {
            earliest = Math.min(earliest, at);
        }
        size++;
        return Instant.ofEpochMilli(at);
    }

    void remove(String id, Instant indexedAt) {
        Bytes key = key(indexedAt.toEpochMilli(), id);
        due.delete(key);
        hand.remove(key);
        size--;
    }

    /** Whether anything may be due. */
    boolean isDue(long now) {
        return now >= earliest || (!hand.isEmpty() && instantOf(hand.firstKey()) <= now);
    }

    /** Takes out the entry that is due first; null when none is. */
    @Nullable
    String take(long now) {
        if (hand.isEmpty() && now >= earliest) {
            fillHand(now);
        }
        if (hand.isEmpty() || instantOf(hand.firstKey()) > now) {
            return null;
        }
        var first = hand.pollFirstEntry();
        due.delete(first.getKey());
        cursor = first.getKey();
        size--;
        return first.getValue();
    }

    private void fillHand(long now) {
        handEnd = key(now + 1, "");
        earliest = Long.MAX_VALUE;
        try (KeyValueIterator<Bytes, byte[]> entries = due.range(cursor, null)) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                if (hand.size() == HANDFUL || entry.key.compareTo(handEnd) >= 0) {
                    earliest = instantOf(entry.key);
                    handEnd = hand.size() == HANDFUL ? entry.key : handEnd;
                    return;
                }
                hand.put(entry.key, idOf(entry.key));
            }
        }
    }

    /** Remembers how far it has come: belongs at the end of each tick. */
    void keepCursor() {
        if (instantOf(cursor) > kept) {
            kept = instantOf(cursor);
            cursors.put(CURSOR, kept);
        }
    }

    /** Where what is taken next begins. */
    Bytes position() {
        return cursor;
    }

    /**
     * Shows what is due from a position on, as long as there is time.
     *
     * @return the position from which to go on, or null when all was shown
     */
    @Nullable
    Bytes look(Bytes from, long now, BooleanSupplier hasTime, Consumer<String> sink) {
        try (KeyValueIterator<Bytes, byte[]> entries = due.range(from, key(now + 1, ""))) {
            while (entries.hasNext()) {
                Bytes key = entries.next().key;
                if (instantOf(key) > now) {
                    return null;
                }
                if (!hasTime.getAsBoolean()) {
                    return key;
                }
                sink.accept(idOf(key));
            }
        }
        return null;
    }

    /** The position behind everything that is due by {@code now}. */
    static Bytes behind(long now) {
        return key(now + 1, "");
    }

    /** Deadlines that wait, as nearly as the store knows. */
    long size() {
        return Math.max(0, size);
    }

    private static Bytes key(long millis, String id) {
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(millis)
                .put(name)
                .array());
    }

    private static long instantOf(Bytes key) {
        return ByteBuffer.wrap(key.get()).getLong();
    }

    private static String idOf(Bytes key) {
        return new String(key.get(), Long.BYTES, key.get().length - Long.BYTES, StandardCharsets.UTF_8);
    }
}
