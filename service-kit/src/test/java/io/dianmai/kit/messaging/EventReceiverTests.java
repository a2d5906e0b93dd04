package io.dianmai.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.fact.VehicleReturned;
import io.dianmai.kit.observe.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

class EventReceiverTests {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EventReceiver receiver = new EventReceiver(Traces.NONE, Clock.fixed(NOW, ZoneOffset.UTC), meters);
    private final List<Envelope<EventData>> facts =
            IntStream.range(0, 4).mapToObj(_ -> fact()).toList();
    private final List<String> seen = new ArrayList<>();

    @Test
    void handlesABatchTogether() {
        receiver.deliverTo(batch -> batch.forEach(one -> seen.add(one.event().id())), _ -> seen.add("one by one"))
                .accept(message(records()));

        assertThat(seen).containsExactlyElementsOf(ids());
        assertThat(splits()).isZero();
    }

    @Test
    void handlesOneByOneWhatFailsTogether() {
        receiver.deliverTo(
                        _ -> {
                            throw new IllegalStateException("together it does not work");
                        },
                        event -> seen.add(event.id()))
                .accept(message(records()));

        assertThat(seen).containsExactlyElementsOf(ids());
        assertThat(splits()).isEqualTo(1);
    }

    @Test
    void blamesTheOneThatFails() {
        var records = records();
        assertThatExceptionOfType(BatchListenerFailedException.class)
                .isThrownBy(() -> receiver.deliverTo(event -> {
                            if (event.equals(facts.get(2))) {
                                throw new IllegalStateException("this one");
                            }
                            seen.add(event.id());
                        })
                        .accept(message(records)))
                .satisfies(blamed -> assertThat(blamed.getRecord()).isSameAs(records.get(2)))
                .havingRootCause()
                .withMessage("this one");
        assertThat(seen).containsExactlyElementsOf(ids().subList(0, 2));
    }

    @Test
    void handlesWhatCameBeforeGarbage() {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(records());
        var garbage = new ConsumerRecord<>(Topics.STORE_EVENTS, 0, 9, "s1", new byte[] {1});
        records.set(1, garbage);

        assertThatExceptionOfType(BatchListenerFailedException.class)
                .isThrownBy(
                        () -> receiver.deliverTo(event -> seen.add(event.id())).accept(message(records)))
                .satisfies(blamed -> assertThat(blamed.getRecord()).isSameAs(garbage));
        assertThat(seen).containsExactly(ids().getFirst());
    }

    private double splits() {
        return meters.get("dianmai.events.split").counter().count();
    }

    private List<String> ids() {
        return facts.stream().map(Envelope::id).toList();
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        return facts.stream().map(EventReceiverTests::record).toList();
    }

    private static ConsumerRecord<String, byte[]> record(Envelope<EventData> fact) {
        var sent = EventCodec.toRecord(fact);
        var record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }

    private static Message<List<byte[]>> message(List<ConsumerRecord<String, byte[]>> records) {
        return new GenericMessage<>(List.of(), Map.of(KafkaHeaders.RAW_DATA, records));
    }

    private static Envelope<EventData> fact() {
        return new Envelope<>(
                AggregateIds.next(), URI.create("urn:test"), null, NOW, "s1", 0, NOW, null, new VehicleReturned("o"));
    }
}
