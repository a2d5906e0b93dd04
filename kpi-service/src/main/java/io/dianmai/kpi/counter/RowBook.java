package io.dianmai.kpi.counter;

import io.dianmai.kpi.state.ObjectStore;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows of one task and which of them have changed since they were last sent. Both are in state stores, written in
 * the transaction of the event: a crash between counting and sending forgets neither.
 */
final class RowBook {
    private final ObjectStore<Row> rows;
    private final ObjectStore<Boolean> dirty;
    private final Set<String> unsent;

    RowBook(ObjectStore<Row> rows, ObjectStore<Boolean> dirty) {
        this.rows = rows;
        this.dirty = dirty;
        this.unsent = new LinkedHashSet<>(dirty.keys());
    }

    /** @param name of a {@link RowKey} */
    void add(String name, List<Slice> slices, Counts posted, Instant recordedTime) {
        rows.change(name, Row::new).add(slices, posted, recordedTime);
        if (unsent.add(name)) {
            dirty.put(name, true);
        }
    }

    /** Hands out rows that changed, oldest change first, and takes them as sent; returns how many. */
    int send(int limit, Sink sink) {
        Iterator<String> names = unsent.iterator();
        int sent = 0;
        for (; sent < limit && names.hasNext(); sent++) {
            String name = names.next();
            sink.send(name, RowJson.write(RowKey.parse(name), row(name)));
            dirty.delete(name);
            names.remove();
        }
        return sent;
    }

    /** Takes rows by the names of their keys, as the JSON of a {@link RowSnapshot}. */
    @FunctionalInterface
    interface Sink {
        void send(String name, byte[] json);
    }

    private Row row(String name) {
        Row row = rows.get(name);
        return row == null ? new Row() : row;
    }
}
