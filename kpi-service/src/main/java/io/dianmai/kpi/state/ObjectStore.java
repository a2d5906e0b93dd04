package io.dianmai.kpi.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * A state store that keeps the objects in hand and turns what changed into bytes once per transaction, however often it
 * changed. A large object that each event changes a little costs next to nothing that way.
 *
 * <p>Kafka Streams flushes the caches of a task as the first thing of each commit; {@link #flushCache()} is its only
 * call before the transaction ends, and no part of its public interface. A test with the whole topology fails should a
 * new version no longer make it.
 */
public final class ObjectStore<V> implements StateStore, CachedStateStore<String, V> {
    /** At each store and task; the filter takes a thousandth of the heap. */
    private static final long MOST_KEYS_FILTERED = Runtime.getRuntime().maxMemory() / 1_000 / 2;

    private final KeyValueStore<String, V> stored;
    private final Room room;
    /** In the order in which they leave, if they are not asked for again; see {@link #makeRoom()}. */
    private final LinkedHashMap<String, Entry<V>> inHand = new LinkedHashMap<>();
    /** Every entry that has changed, and some that have been written since. */
    private final List<Entry<V>> changed = new ArrayList<>();
    /** Keys of the store below; null until they are asked for, and whenever it may have changed by itself. */
    private @Nullable KeyFilter keys;

    /** An object, or that there is none. */
    private static final class Entry<V> {
        final String key;

        @Nullable
        V value;

        /** Whether the store below has something under the key. */
        boolean stored;

        boolean changed;

        /** Whether it was asked for since it was last looked at for leaving. */
        boolean wanted;

        Entry(String key, @Nullable V value) {
            this.key = key;
            this.value = value;
            this.stored = value != null;
        }
    }

    /** @param room how many objects it keeps in hand, together with the others that share it */
    public ObjectStore(KeyValueStore<String, V> stored, Room room) {
        this.stored = stored;
        this.room = room;
    }

    /** The object of this key. Whoever changes it in place puts it again. */
    public @Nullable V get(String key) {
        return entry(key).value;
    }

    public void put(String key, V value) {
        Entry<V> entry = entry(key);
        entry.value = value;
        change(entry);
    }

    /** The object of this key, which the caller changes in place; a new one if there is none. */
    public V change(String key, Supplier<V> absent) {
        Entry<V> entry = entry(key);
        if (entry.value == null) {
            entry.value = absent.get();
        }
        change(entry);
        return entry.value;
    }

    private void change(Entry<V> entry) {
        if (!entry.changed) {
            entry.changed = true;
            changed.add(entry);
        }
    }

    public void delete(String key) {
        Entry<V> entry = entry(key);
        entry.value = null;
        if (entry.stored) {
            change(entry);
        } else {
            entry.changed = false;
        }
    }

    /** All keys, in order. */
    public List<String> keys() {
        flushCache();
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, V> all = stored.all()) {
            while (all.hasNext()) {
                KeyValue<String, V> next = all.next();
                keys.add(next.key);
            }
        }
        return keys;
    }

    /** The first objects from this key on, in order of keys; at most {@code limit}. */
    public List<KeyValue<String, V>> from(String key, int limit) {
        flushCache();
        List<KeyValue<String, V>> first = new ArrayList<>();
        try (KeyValueIterator<String, V> all = stored.range(key, null)) {
            while (first.size() < limit && all.hasNext()) {
                first.add(all.next());
            }
        }
        return first;
    }

    private Entry<V> entry(String key) {
        Entry<V> known = inHand.get(key);
        if (known != null) {
            known.wanted = true;
            return known;
        }
        Entry<V> taken = new Entry<>(key, filter().mayHave(key) ? stored.get(key) : null);
        room.take();
        makeRoom();
        inHand.put(key, taken);
        return taken;
    }

    private KeyFilter filter() {
        if (keys == null) {
            KeyFilter found = new KeyFilter(MOST_KEYS_FILTERED);
            try (KeyValueIterator<String, V> all = stored.all()) {
                while (all.hasNext() && !found.isFull()) {
                    found.add(all.next().key);
                }
            }
            // Only now: one of half the keys would deny the others.
            keys = found;
        }
        return keys;
    }

    /**
     * Two leave for one that comes, until there is room again: what other tasks hold longer than they need it is no reason to give
     * up all. What was asked for meanwhile gets a second chance: to keep the exact order of use would write to the map with each
     * question, and the collector then goes through all of it each time.
     */
    private void makeRoom() {
        for (int left = 0; left < 2 && room.isCrowdedBy(inHand.size() + 1); ) {
            Entry<V> eldest = inHand.pollFirstEntry().getValue();
            if (eldest.wanted) {
                eldest.wanted = false;
                inHand.put(eldest.key, eldest);
            } else {
                write(eldest);
                room.leave(1);
                left++;
            }
        }
    }

    private void write(Entry<V> entry) {
        if (entry.changed) {
            if (entry.value != null && !entry.stored) {
                filter().add(entry.key);
            }
            stored.put(entry.key, entry.value);
            entry.stored = entry.value != null;
            entry.changed = false;
        }
    }

    @Override
    public void flushCache() {
        changed.forEach(this::write);
        changed.clear();
    }

    @Override
    public void clearCache() {
        forget();
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<String, V> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return stored.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        forget();
        stored.init(context, root);
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        stored.commit(changelogOffsets);
    }

    @Override
    public @Nullable Long committedOffset(TopicPartition changelog) {
        return stored.committedOffset(changelog);
    }

    /** Deprecated until every store does; the one below does already. */
    @Override
    @SuppressWarnings("deprecation")
    public boolean managesOffsets() {
        return stored.managesOffsets();
    }

    @Override
    public boolean persistent() {
        return stored.persistent();
    }

    @Override
    public boolean isOpen() {
        return stored.isOpen();
    }

    @Override
    public void close() {
        forget();
        stored.close();
    }

    private void forget() {
        room.leave(inHand.size());
        inHand.clear();
        changed.clear();
        keys = null;
    }
}
