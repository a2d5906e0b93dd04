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
import java.util.Optional;
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

    Optional<StorePublished> find(String storeId) {
        return stores.find(storeId).map(stored -> stored.state().store());
    }

    /** Registers or changes a store. The same snapshot again changes nothing and publishes nothing. */
    Outcome<RegisteredStore> put(StorePublished store) {
        var command = Command.given(AggregateIds.next(), store.storeId(), clock.instant(), traces.currentTraceParent());
        Outcome<RegisteredStore> outcome = stores.execute(store.storeId(), command, before -> decide(before, store));
        if (outcome instanceof Outcome.Done<RegisteredStore>(var stored, var repeated)) {
            learn(stored);
        }
        return outcome;
    }

    private static Decision<OrgEvent> decide(@Nullable RegisteredStore before, StorePublished store) {
        return before != null && before.store().equals(store) ? Decision.accept() : Decision.accept(store);
    }

    /** Every change of a store is one event, so the version of the document is the sequence of the event. */
    private void learn(Stored<RegisteredStore> stored) {
        directory.learn(stored.state().store(), stored.version());
    }
}
