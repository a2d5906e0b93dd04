package io.dianmai.kit.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.aftersales.ComplaintEvent;
import io.dianmai.kit.test.DianmaiTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What a relay sends and clears when Kafka takes it, late, in part or not at all. */
@DianmaiTest
class OutboxRelayIT {
    /** Of no service: only the relay of this test looks after it. */
    private static final String COLLECTION = "relayed";

    private static final String STORE = "kit-relay";
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final int EVENTS = 3;

    @Autowired
    MongoTemplate mongo;

    private final String id = AggregateIds.next();
    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private OutboxRelay relay;

    @BeforeEach
    void start() {
        relay = new OutboxRelay(mongo, kafka, URI.create("/kit-test"), meters);
        relay.start();
        mongo.getCollection(COLLECTION).insertOne(document());
    }

    @AfterEach
    void stop() {
        relay.stop();
        relay.close();
        assertThat(kafka.closed()).isTrue();
    }

    @Test
    void sendsAllEventsOfADocumentWithoutWaitingForAnAnswer() {
        offer();

        awaitSent(EVENTS);
        assertThat(outbox()).hasSize(EVENTS);
        IntStream.range(0, EVENTS).forEach(_ -> kafka.completeNext());
        awaitCleared();
    }

    @Test
    void sendsWhatWasAddedMeanwhileAndClearsOnlyThen() {
        offer();
        awaitSent(EVENTS);
        add(EVENTS + 1);
        offer();
        awaitSent(EVENTS + 1);
        IntStream.range(0, EVENTS).forEach(_ -> kafka.completeNext());
        assertThat(outbox()).hasSize(EVENTS + 1);

        kafka.completeNext();
        awaitCleared();
    }

    @Test
    void goesOnWhereItStoppedWhenItIsStartedAgain() {
        offer();
        awaitSent(EVENTS);
        relay.stop();
        relay.start();

        IntStream.range(0, EVENTS).forEach(_ -> kafka.completeNext());
        awaitCleared();
    }

    @Test
    void sendsNothingAfterAnEventThatIsRefusedAtOnce() {
        kafka.sendException = new RecordTooLargeException("too large");
        offer();
        await().until(() -> failures() > 0);
        assertThat(kafka.history()).isEmpty();

        kafka.sendException = null;
        offer();
        awaitSent(EVENTS);
        assertThat(failures()).as("nobody has tried the two that follow").isEqualTo(1);
    }

    @Test
    void clearsNothingOfADocumentOfWhichAnEventWasRefused() {
        offer();
        awaitSent(EVENTS);
        kafka.errorNext(new AuthorizationException("not allowed"));
        kafka.completeNext();
        kafka.completeNext();

        await().until(() -> {
            offer();
            return kafka.history().size() == 2 * EVENTS;
        });
        assertThat(outbox()).as("the later two were taken, the first was not").hasSize(EVENTS);
        IntStream.range(0, EVENTS).forEach(_ -> kafka.completeNext());
        awaitCleared();
    }

    private double failures() {
        return meters.counter("dianmai.outbox.failures").count();
    }

    private void offer() {
        relay.offer(COLLECTION, AggregateDocument.read(found()));
    }

    private void awaitSent(int events) {
        await().until(() -> kafka.history().size() == events);
    }

    private void awaitCleared() {
        await().untilAsserted(() -> {
            assertThat(outbox()).isEmpty();
            assertThat(found()).doesNotContainKey("pendingSince");
        });
    }

    private List<Document> outbox() {
        return found().getList("outbox", Document.class);
    }

    private Document found() {
        Document found =
                mongo.getCollection(COLLECTION).find(Filters.eq("_id", id)).first();
        assertThat(found).isNotNull();
        return found;
    }

    private void add(long sequence) {
        mongo.getCollection(COLLECTION)
                .updateOne(
                        Filters.eq("_id", id),
                        new Document("$push", new Document("outbox", pending(sequence)))
                                .append("$set", new Document("sequence", sequence)));
    }

    private Document document() {
        return new Document("_id", id)
                .append("storeId", STORE)
                .append("version", 1L)
                .append("sequence", (long) EVENTS)
                .append(
                        "outbox",
                        LongStream.rangeClosed(1, EVENTS)
                                .mapToObj(this::pending)
                                .toList())
                .append("pendingSince", Date.from(NOW))
                .append("commands", List.of())
                .append("heard", List.of());
    }

    private Document pending(long sequence) {
        ComplaintEvent opened =
                ((Decision.Accepted<ComplaintEvent>) Ticket.open(null)).events().getFirst();
        return PendingEvent.of(id + sequence, opened, sequence, Command.given("one", STORE, NOW, null))
                .write();
    }
}
