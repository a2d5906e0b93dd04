package io.dianmai.kpi.counter;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The rows of one task and which of them have changed since they were last sent. Both are in state stores, written in
 * the transaction of the event: a crash between counting and sending forgets neither. What is in memory only saves
 * decoding, and is gone and built anew with the task.
 */
final class RowBook {
    private static final int DECODED_ROWS = 512;
    private static final byte[] MARK = {1};

    private final KeyValueStore<String, byte[]> rows;
    private final KeyValueStore<String, byte[]> dirty;
    private final Map<String, Row> decoded = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Row> eldest) {
            return size() > DECODED_ROWS;
        }
    };
    private final Set<String> unsent = new LinkedHashSet<>();

    RowBook(KeyValueStore<String, byte[]> rows, KeyValueStore<String, byte[]> dirty) {
        this.rows = rows;
        this.dirty = dirty;
        try (KeyValueIterator<String, byte[]> marks = dirty.all()) {
            while (marks.hasNext()) {
                KeyValue<String, byte[]> mark = marks.next();
                unsent.add(mark.key);
            }
        }
    }

    void add(RowKey key, Posting posting, Instant recordedTime) {
        String name = key.toString();
        Row row = row(name);
        row.add(posting, recordedTime);
        rows.put(name, RowCodec.encode(row));
        if (unsent.add(name)) {
            dirty.put(name, MARK);
        }
    }

    /** Hands out rows that changed, oldest change first, and takes them as sent. */
    void send(int limit, Consumer<RowSnapshot> sink) {
        Iterator<String> names = unsent.iterator();
        for (int i = 0; i < limit && names.hasNext(); i++) {
            String name = names.next();
            sink.accept(row(name).snapshot(RowKey.parse(name)));
            dirty.delete(name);
            names.remove();
        }
    }

    private Row row(String name) {
        return decoded.computeIfAbsent(name, _ -> {
            byte[] stored = rows.get(name);
            return stored == null ? new Row() : RowCodec.decode(stored);
        });
    }
}
