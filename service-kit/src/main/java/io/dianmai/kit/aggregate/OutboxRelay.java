package io.dianmai.kit.aggregate;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Sends the events of saved documents to Kafka and then clears them from their outboxes. One thread owns all lanes;
 * acknowledgements come back to it as messages. What cannot be sent stays in its document and is taken up again by
 * {@link OutboxSweep}. Events may be sent twice but never out of order for the first time.
 */
final class OutboxRelay implements SmartLifecycle, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    /** Documents under way at one time, which is about what the producer has memory for; more wait in the store for a sweep. */
    private static final int LANES = 5_000;
    /** Acknowledged documents are cleared together, this many at the most. */
    private static final int CLEAR_BATCH = 500;

    private static final Duration CLEAR_INTERVAL = Duration.ofMillis(20);
    private static final Duration ROOM_PATIENCE = Duration.ofSeconds(10);
    private static final Duration ROOM_INTERVAL = Duration.ofMillis(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(3);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final MongoTemplate mongo;
    private final Producer<String, byte[]> producer;
    private final URI source;
    private final Counter failures;
    private final AtomicInteger underWay = new AtomicInteger();

    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Map<String, OutboxLane> lanes = new HashMap<>();
    private final Map<String, OutboxLane> acknowledged = new HashMap<>();
    /** Spares the events of a busy document that are cleared together with later ones from being sent again. */
    private final Map<String, Long> lastAcknowledged = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > LANES;
        }
    };

    private volatile boolean running;
    private @Nullable Thread relaying;

    /**
     * Owns the producer.
     *
     * @param producer idempotent, and never gives an event up: else a later one could come about without it
     */
    OutboxRelay(MongoTemplate mongo, Producer<String, byte[]> producer, URI source, MeterRegistry meters) {
        this.mongo = mongo;
        this.producer = producer;
        this.source = source;
        this.failures = Counter.builder("dianmai.outbox.failures")
                .description("Events that Kafka refused; they are sent again by a sweep")
                .register(meters);
        Gauge.builder("dianmai.outbox.pending", underWay, AtomicInteger::get)
                .description("Documents whose events are on their way")
                .register(meters);
    }

    /** Sends the pending events of a document just saved or found. Returns at once. While Kafka is away too many wait for a sweep. */
    void offer(String collection, AggregateDocument document) {
        if (inbox.size() < LANES) {
            inbox.add(() -> take(collection, document));
        }
    }

    /**
     * Waits until less than half of the lanes are taken, so that whoever creates much at once does not get ahead of
     * what can be sent.
     *
     * @return false when that has not come about for a while
     */
    boolean awaitRoom() {
        long end = System.nanoTime() + ROOM_PATIENCE.toNanos();
        while (underWay.get() + inbox.size() >= LANES / 2) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(ROOM_INTERVAL.toNanos());
        }
        return true;
    }

    private void take(String collection, AggregateDocument document) {
        String key = collection + '/' + document.id();
        OutboxLane lane = lanes.get(key);
        if (lane == null) {
            if (lanes.size() >= LANES) {
                return;
            }
            lane = new OutboxLane(
                    collection, document.id(), document.storeId(), lastAcknowledged.getOrDefault(key, 0L));
            lanes.put(key, lane);
        }
        acknowledged.remove(key);
        lane.add(document);
        for (PendingEvent event = lane.next(); event != null; event = lane.next()) {
            send(key, lane, event);
        }
        if (lane.isDone()) {
            acknowledged.put(key, lane);
        }
        underWay.set(lanes.size());
    }

    private void send(String key, OutboxLane lane, PendingEvent event) {
        try {
            // The callback hears what the future would say.
            var _ = producer.send(
                    event.toRecord(source, lane.aggregateId, lane.storeId),
                    (metadata, failure) -> answered(key, lane, event, failure));
        } catch (RuntimeException refused) {
            answered(key, lane, event, refused);
        }
    }

    /** On a thread of the producer, or at once on that of the relay. */
    private void answered(String key, OutboxLane lane, PendingEvent event, @Nullable Exception failure) {
        if (failure != null) {
            lane.breakOff();
        }
        inbox.add(() -> sent(key, lane, event, failure));
    }

    private void sent(String key, OutboxLane lane, PendingEvent event, @Nullable Exception failure) {
        if (failure != null) {
            failures.increment();
            lanes.remove(key, lane);
            acknowledged.remove(key, lane);
            log.warn("event {} of {} was not sent and stays pending: {}", event.sequence(), key, failure.toString());
        } else if (!lane.isBroken()) {
            lane.acknowledge(event);
            if (lane.isDone()) {
                acknowledged.put(key, lane);
            }
        }
        underWay.set(lanes.size());
    }

    private void clear() {
        if (acknowledged.isEmpty()) {
            return;
        }
        var byCollection = new HashMap<String, List<WriteModel<Document>>>();
        acknowledged
                .values()
                .forEach(lane -> byCollection
                        .computeIfAbsent(lane.collection, collection -> new ArrayList<>())
                        .add(clearing(lane)));
        byCollection.forEach((collection, clearings) ->
                mongo.getCollection(collection).bulkWrite(clearings, new BulkWriteOptions().ordered(false)));
        acknowledged.forEach((key, lane) -> {
            lanes.remove(key);
            lastAcknowledged.put(key, lane.acknowledged());
        });
        acknowledged.clear();
        underWay.set(lanes.size());
    }

    /** Empties an outbox unless an event was added since; then the clearing after that event does it. */
    private static UpdateOneModel<Document> clearing(OutboxLane lane) {
        return new UpdateOneModel<>(
                Filters.and(
                        Filters.eq(AggregateDocument.ID, lane.aggregateId),
                        Filters.eq(AggregateDocument.SEQUENCE, lane.acknowledged())),
                Updates.combine(
                        Updates.set(AggregateDocument.OUTBOX, List.of()),
                        Updates.unset(AggregateDocument.PENDING_SINCE)));
    }

    @Override
    public void start() {
        running = true;
        relaying = Thread.ofPlatform().name("outbox-relay").start(this::relayLoop);
    }

    private void relayLoop() {
        long clearAt = System.nanoTime() + CLEAR_INTERVAL.toNanos();
        while (running || !inbox.isEmpty() || !acknowledged.isEmpty()) {
            try {
                Runnable message = inbox.poll(CLEAR_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
                if (message != null) {
                    message.run();
                }
                if (acknowledged.size() >= CLEAR_BATCH || System.nanoTime() >= clearAt) {
                    clearAt = System.nanoTime() + CLEAR_INTERVAL.toNanos();
                    clear();
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException storeAway) {
                log.warn("outboxes could not be cleared and will be: {}", storeAway.toString());
                if (!running) {
                    return;
                }
            }
        }
    }

    /** Lets what Kafka has acknowledged be cleared; what is still on its way waits in its document for the next run. */
    @Override
    public void stop() {
        running = false;
        if (relaying != null) {
            try {
                relaying.join(STOP_PATIENCE);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** For good, unlike {@link #stop}. What Kafka has not confirmed by now waits in its document. */
    @Override
    public void close() {
        producer.close(CLOSE_PATIENCE);
    }

    /** Up before anything saves, down after everything that does. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1_000;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
