package io.dianmai.kpi.deadline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Deadlines in order of the instant at which they fire next. Keys are that instant, big-endian, and the deadline's id.
 *
 * <p>A scan begins at the cursor, the instant fired last, and not at zero: a log-structured store used as a queue would
 * walk over all that was ever deleted. So nothing is ever put before the cursor.
 */
final class DueIndex {
    private static final byte[] MARK = {1};
    private static final String CURSOR = "cursor";

    private final KeyValueStore<Bytes, byte[]> due;
    private final KeyValueStore<String, Long> cursors;
    private long cursor;
    /** The earliest instant put since the last scan began: the cursor must not pass it. */
    private long lowestPut = Long.MAX_VALUE;

    private long earliest;
    private long size;

    DueIndex(KeyValueStore<Bytes, byte[]> due, KeyValueStore<String, Long> cursors) {
        this.due = due;
        this.cursors = cursors;
        Long stored = cursors.get(CURSOR);
        this.cursor = stored == null ? 0 : stored;
        this.earliest = cursor;
        this.size = due.approximateNumEntries();
    }

    /** Puts a deadline in its place; returns the instant under which it now waits. */
    Instant put(String id, Instant firesAt) {
        long at = Math.max(firesAt.toEpochMilli(), cursor);
        due.put(key(at, id), MARK);
        earliest = Math.min(earliest, at);
        lowestPut = Math.min(lowestPut, at);
        size++;
        return Instant.ofEpochMilli(at);
    }

    void remove(String id, Instant indexedAt) {
        due.delete(key(indexedAt.toEpochMilli(), id));
        size--;
    }

    /** The ids that are due by {@code now}, oldest first, at most {@code limit}. */
    List<String> due(long now, int limit) {
        if (now < earliest) {
            return List.of();
        }
        lowestPut = Long.MAX_VALUE;
        List<String> ids = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = due.range(key(cursor, ""), null)) {
            while (ids.size() < limit && entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                earliest = instantOf(entry.key);
                if (earliest > now) {
                    return ids;
                }
                ids.add(idOf(entry.key));
            }
        }
        if (ids.size() < limit) {
            earliest = Long.MAX_VALUE;
        }
        return ids;
    }

    /**
     * Everything that the last scan found before this instant has been fired. What was put since then, a next rung that
     * has lapsed as well, still waits: the cursor stops there.
     */
    void advanceTo(Instant fired) {
        cursor = Math.max(cursor, Math.min(fired.toEpochMilli(), lowestPut));
        cursors.put(CURSOR, cursor);
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
