package io.dianmai.kpi.deadline;

import io.dianmai.kpi.state.ObjectStore;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** The clocks of one task by their ids, over the records of their aggregates. */
final class ClockStore {
    private static final char SEPARATOR = ':';

    private final ObjectStore<AggregateClocks> stored;
    /** Of the aggregate that was asked for last: an event asks for several clocks of the same one. */
    private String lastKey = "";

    ClockStore(ObjectStore<AggregateClocks> stored) {
        this.stored = stored;
    }

    @Nullable
    Deadline find(String id) {
        String key = keyOf(id);
        AggregateClocks clocks = stored.get(key);
        return clocks == null ? null : clocks.find(id, key.length());
    }

    void put(String id, Deadline deadline) {
        String key = keyOf(id);
        stored.change(key, AggregateClocks::new).put(id, key.length(), deadline);
    }

    void delete(String id) {
        String key = keyOf(id);
        AggregateClocks clocks = stored.get(key);
        if (clocks == null || !clocks.remove(id, key.length())) {
            return;
        }
        if (clocks.size() == 0) {
            stored.delete(key);
        } else {
            stored.put(key, clocks);
        }
    }

    /**
     * Shows clocks in order of their aggregates, from this one on.
     *
     * @param limit of aggregates
     * @return from where to go on; null behind the last one
     */
    @Nullable
    String show(String from, int limit, BiConsumer<String, Deadline> sink) {
        List<KeyValue<String, AggregateClocks>> some = stored.from(from, limit);
        for (KeyValue<String, AggregateClocks> aggregate : some) {
            aggregate.value.forEach((suffix, deadline) -> sink.accept(aggregate.key + suffix, deadline));
        }
        // The first key behind the last one.
        return some.size() < limit ? null : some.getLast().key + '\0';
    }

    /** Whether {@link #show} comes to this clock before it comes to {@code key}. */
    boolean isBefore(String id, String key) {
        return keyOf(id).compareTo(key) < 0;
    }

    private String keyOf(String id) {
        int colon = id.lastIndexOf(SEPARATOR);
        int end = colon < 0 ? id.length() : colon;
        if (lastKey.length() != end || !id.startsWith(lastKey)) {
            lastKey = id.substring(0, end);
        }
        return lastKey;
    }
}
