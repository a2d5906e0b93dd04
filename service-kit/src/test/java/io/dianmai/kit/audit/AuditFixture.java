package io.dianmai.kit.audit;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.audit.AuditRecorded;
import io.dianmai.kit.observe.NoTraces;
import io.dianmai.kit.test.MemoryStore;
import io.dianmai.kit.test.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;

/** An audit trail on a store, with a Kafka that answers when it is told to. */
final class AuditFixture implements AutoCloseable {
    final MutableClock clock = new MutableClock(Instant.parse("2026-03-12T02:00:00Z"));
    final MemoryStore store = new MemoryStore();
    final ObedientKafka producer = new ObedientKafka();
    private final AuditRelay relay = new AuditRelay(producer, "kit-test");
    final AuditOutbox outbox = new AuditOutbox(store.mongo(), relay, clock);
    final AuditSweep sweep = new AuditSweep(outbox, relay, clock, new SimpleMeterRegistry());
    final StoredAuditTrail trail =
            new StoredAuditTrail(outbox, NoTraces.get(), clock, "kit-test", new AuditSettings(true));

    /** Sweeps are done when a test asks for them. */
    AuditFixture() {
        start();
    }

    void start() {
        relay.start(() -> {}, Duration.ofDays(1));
    }

    void stop() {
        relay.stop();
    }

    List<Document> stored() {
        return store.mongo().findAll(Document.class, "audit_outbox");
    }

    List<ProducerRecord<String, byte[]>> sent() {
        return producer.history();
    }

    List<AuditRecorded> entries() {
        return sent().stream()
                .map(record -> EventJson.MAPPER.readValue(record.value(), AuditRecorded.class))
                .toList();
    }

    @Override
    public void close() {
        relay.stop();
        store.close();
    }
}
