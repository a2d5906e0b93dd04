package io.dianmai.kit.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.fact.VehicleReturned;
import io.dianmai.kit.KitTestApplication.Heard;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TopicReader;
import java.net.URI;
import java.time.Instant;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessResourceFailureException;

@DianmaiTest
class ReceivingIT {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @Autowired
    Heard heard;

    @Autowired
    RejectedFacts rejected;

    @Autowired
    @Qualifier("outboxProducer")
    Producer<String, byte[]> producer;

    private final String storeId = "kit-" + AggregateIds.next();

    @Test
    void deliversTheEnvelopeAsItWasSent() {
        var fact = fact();
        send(EventCodec.toRecord(fact));

        await().untilAsserted(() -> assertThat(heard.events).contains(fact));
    }

    @Test
    void triesARecordThatFailsByItselfThreeTimesAndKeepsItAmongTheDeadLetters() {
        var poison = fact();
        var next = fact();
        heard.failures.put(poison.id(), new IllegalStateException("this one always fails"));
        send(EventCodec.toRecord(poison));
        send(EventCodec.toRecord(next));

        await().untilAsserted(() -> assertThat(heard.events).contains(next));
        assertThat(heard.triesOf(poison.id())).isEqualTo(RetryPolicy.TRIES);
        assertThat(TopicReader.read(Topics.deadLetters(Topics.STORE_EVENTS), storeId))
                .singleElement()
                .satisfies(dead -> {
                    assertThat(EventCodec.fromRecord(dead.headers(), dead.value())
                                    .id())
                            .isEqualTo(poison.id());
                    assertThat(new String(
                                    dead.headers()
                                            .lastHeader(DeadLetters.REASON)
                                            .value(),
                                    UTF_8))
                            .contains("this one always fails");
                });
    }

    @Test
    void keepsTryingWhileSomethingIsAway() {
        var fact = fact();
        heard.failures.put(fact.id(), new DataAccessResourceFailureException("the store is away"));
        send(EventCodec.toRecord(fact));

        await().until(() -> heard.triesOf(fact.id()) > RetryPolicy.TRIES + 1);
        heard.failures.remove(fact.id());
        await().untilAsserted(() -> assertThat(heard.events).contains(fact));
        assertThat(TopicReader.read(Topics.deadLetters(Topics.STORE_EVENTS), storeId))
                .isEmpty();
    }

    @Test
    void putsGarbageAsideAndGoesOn() {
        send(new ProducerRecord<>(Topics.STORE_EVENTS, storeId, "no event at all".getBytes(UTF_8)));
        var next = fact();
        send(EventCodec.toRecord(next));

        await().untilAsserted(() -> assertThat(heard.events).contains(next));
        assertThat(TopicReader.read(Topics.deadLetters(Topics.STORE_EVENTS), storeId))
                .hasSize(1);
    }

    @Test
    void passesOverTypesThatItDoesNotKnow() {
        var newer = EventCodec.toRecord(fact());
        newer.headers().remove("ce_type").add("ce_type", "dianmai.fact.from-the-future.v1".getBytes(UTF_8));
        send(newer);
        var next = fact();
        send(EventCodec.toRecord(next));

        await().untilAsserted(() -> assertThat(heard.events).contains(next));
        assertThat(TopicReader.read(Topics.deadLetters(Topics.STORE_EVENTS), storeId))
                .isEmpty();
    }

    @Test
    void keepsARefusedFactWithItsProblem() {
        var fact = fact();
        rejected.reject(fact, Refusal.conflict("repair-order-not-settled", "Settle it first."));

        assertThat(TopicReader.read(Topics.STORE_EVENTS_REJECTED, storeId))
                .singleElement()
                .satisfies(record -> {
                    assertThat(EventCodec.fromRecord(record.headers(), record.value()))
                            .isEqualTo(fact);
                    assertThat(new String(
                                    record.headers()
                                            .lastHeader(RejectedFacts.PROBLEM)
                                            .value(),
                                    UTF_8))
                            .contains("/problems/repair-order-not-settled", "Settle it first.");
                });
    }

    private Envelope<EventData> fact() {
        return new Envelope<>(
                AggregateIds.next(),
                URI.create("urn:test"),
                null,
                NOW,
                storeId,
                0,
                NOW,
                null,
                new VehicleReturned("order-1"));
    }

    private void send(ProducerRecord<String, byte[]> record) {
        var _ = producer.send(record);
    }
}
