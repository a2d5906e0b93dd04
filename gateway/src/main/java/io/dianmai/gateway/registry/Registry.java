package io.dianmai.gateway.registry;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.org.OrgEvent;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.aggregate.AggregateStores;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.observe.TraceContext;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The stores of the group as HQ states them. Every change publishes the whole store to the services. */
@Component
class Registry implements SmartInitializingSingleton {
    /** Not {@code stores}: that is where a service keeps what it has heard of this. */
    private static final String COLLECTION = "registered_stores";

    private final Aggregates<RegisteredStore, OrgEvent> stores;
    private final StoreDirectory directory;
    private final TraceContext traces;
    private final Clock clock;

    Registry(AggregateStores aggregates, StoreDirectory directory, TraceContext traces, Clock clock) {
        this.stores = aggregates.of(COLLECTION, RegisteredStore.class, (id, state, event, time) -> switch (event) {
            case StorePublished store -> RegisteredStore.of(store);
        });
        this.directory = directory;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        stores.find(new Criteria(), Sort.by("_id"), Integer.MAX_VALUE).forEach(this::learn);
    }

    Optional<Stored<RegisteredStore>> find(String storeId) {
        return stores.find(storeId);
    }

    /** All stores, by id. */
    Map<String, StorePublished> all() {
        var all = new TreeMap<String, StorePublished>();
        stores.find(new Criteria(), Sort.by("_id"), Integer.MAX_VALUE)
                .forEach(stored -> all.put(stored.id(), stored.state().store()));
        return all;
    }

    /**
     * Registers or changes a store. The same snapshot again changes nothing and publishes nothing.
     *
     * @param version that the change was made for; null for whichever it is
     */
    Outcome<RegisteredStore> put(StorePublished store, @Nullable Long version) {
        return execute(store.storeId(), version, before -> store);
    }

    /**
     * Changes a store into what the change makes of it as it is now, also when somebody else changes it at the same
     * time: then the change is asked again. Null for a store that is not there, and for no change.
     */
    Outcome<RegisteredStore> change(
            String storeId, Function<@Nullable StorePublished, @Nullable StorePublished> change) {
        return execute(storeId, null, change);
    }

    private Outcome<RegisteredStore> execute(
            String storeId,
            @Nullable Long version,
            Function<@Nullable StorePublished, @Nullable StorePublished> change) {
        var command = Command.given(AggregateIds.next(), storeId, clock.instant(), traces.currentTraceParent())
                .expecting(version);
        Outcome<RegisteredStore> outcome = stores.execute(storeId, command, before -> decide(before, change));
        if (outcome instanceof Outcome.Done<RegisteredStore>(var stored, var repeated)) {
            learn(stored);
        }
        return outcome;
    }

    private static Decision<OrgEvent> decide(
            @Nullable RegisteredStore registered, Function<@Nullable StorePublished, @Nullable StorePublished> change) {
        StorePublished before = registered == null ? null : registered.store();
        StorePublished after = change.apply(before);
        return after == null || after.equals(before) ? Decision.accept() : Decision.accept(after);
    }

    /** Every change of a store is one event, so the version of the document is the sequence of the event. */
    private void learn(Stored<RegisteredStore> stored) {
        directory.learn(stored.state().store(), stored.version());
    }
}
