package io.dianmai.kit.aggregate;

import io.dianmai.contracts.EventData;
import java.time.Clock;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

/** Where a service gets its {@link Aggregates} from, one call for each kind. */
public final class AggregateStores {
    private final MongoTemplate mongo;
    private final OutboxRelay relay;
    private final OutboxSweep sweep;
    private final Clock clock;

    AggregateStores(MongoTemplate mongo, OutboxRelay relay, OutboxSweep sweep, Clock clock) {
        this.mongo = mongo;
        this.relay = relay;
        this.sweep = sweep;
        this.clock = clock;
    }

    /**
     * The aggregates kept in {@code collection}, whose events are relayed from now on, also those that an earlier run
     * left behind.
     */
    public <S, E extends EventData> Aggregates<S, E> of(
            String collection, Class<S> stateType, Behaviour<S, E> behaviour) {
        var indexes = mongo.indexOps(collection);
        indexes.createIndex(new Index(AggregateDocument.STORE_ID, Sort.Direction.ASC));
        indexes.createIndex(new Index(AggregateDocument.PENDING_SINCE, Sort.Direction.ASC).sparse());
        sweep.watch(collection);
        return new Aggregates<>(mongo, collection, stateType, behaviour, relay, clock);
    }
}
