package io.dianmai.kit.aggregate;

import com.mongodb.client.model.Filters;
import io.dianmai.kit.background.BackgroundLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Looks for documents whose events were not sent, because a process was killed between saving and sending or because
 * Kafka was away, and offers them to the relay. The first look, at the start, takes up all that an earlier run left.
 */
final class OutboxSweep extends BackgroundLoop {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final MongoTemplate mongo;
    private final OutboxRelay relay;
    private final OutboxProperties properties;
    private final Clock clock;
    private final Set<String> collections = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Instant oldestPending;
    private boolean looked;

    OutboxSweep(
            MongoTemplate mongo, OutboxRelay relay, OutboxProperties properties, Clock clock, MeterRegistry meters) {
        super("outbox-sweep", Duration.ZERO, RETRY);
        this.mongo = mongo;
        this.relay = relay;
        this.properties = properties;
        this.clock = clock;
        Gauge.builder("dianmai.outbox.oldest.age", this, OutboxSweep::oldestAge)
                .description("Age of the oldest events that a sweep found unsent")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Includes a collection from now on. */
    void watch(String collection) {
        collections.add(collection);
    }

    @Override
    protected Duration step() {
        Instant now = clock.instant();
        sweep(looked ? now.minus(properties.sweepAge()) : now);
        looked = true;
        return properties.sweepInterval();
    }

    private void sweep(Instant pendingBefore) {
        Instant oldest = null;
        for (String collection : collections) {
            var pending = mongo.getCollection(collection)
                    .find(Filters.lte(AggregateDocument.PENDING_SINCE, Date.from(pendingBefore)))
                    .limit(properties.sweepLimit());
            for (Document document : pending) {
                Instant since =
                        document.getDate(AggregateDocument.PENDING_SINCE).toInstant();
                oldest = oldest == null || since.isBefore(oldest) ? since : oldest;
                relay.offer(collection, AggregateDocument.read(document));
            }
        }
        oldestPending = oldest;
    }

    private double oldestAge() {
        Instant oldest = oldestPending;
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
