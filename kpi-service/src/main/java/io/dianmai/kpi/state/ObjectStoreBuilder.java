package io.dianmai.kpi.state;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds an {@link ObjectStore} on disk with a changelog. */
public final class ObjectStoreBuilder<V> implements StoreBuilder<ObjectStore<V>> {
    private final StoreBuilder<KeyValueStore<String, V>> below;
    private final Room room;

    /** @param limit how many objects all tasks of this instance keep in hand together */
    public ObjectStoreBuilder(String name, Serde<V> values, int limit) {
        this.below = Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingDisabled();
        this.room = new Room(limit);
    }

    @Override
    public ObjectStore<V> build() {
        return new ObjectStore<>(below.build(), room);
    }

    /** It is its own cache. */
    @Override
    public StoreBuilder<ObjectStore<V>> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<ObjectStore<V>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<ObjectStore<V>> withLoggingEnabled(Map<String, String> config) {
        below.withLoggingEnabled(config);
        return this;
    }

    @Override
    public StoreBuilder<ObjectStore<V>> withLoggingDisabled() {
        below.withLoggingDisabled();
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return below.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return below.loggingEnabled();
    }

    @Override
    public String name() {
        return below.name();
    }
}
