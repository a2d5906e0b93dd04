package io.dianmai.kpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.kpi.History;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;

class DeadLettersTests {
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private final EngineDriver engine = new EngineDriver();

    @AfterEach
    void theNextEventIsCounted() {
        engine.pipe(History.of("S9", "L9")
                .then(NOON, History.registered(Channel.WEB, "A1"))
                .events());
        assertThat(engine.rows()).containsOnlyKeys("S9|2026", "S9|2026-11", "S9|2026-11-21");
        engine.close();
    }

    @Test
    void bytesThatAreNoEvent() {
        engine.pipe(Topics.LEAD_EVENTS, "S1", new RecordHeaders(), "rubbish".getBytes(StandardCharsets.UTF_8));

        assertReason(Topics.LEAD_EVENTS, "no CloudEvent");
    }

    @Test
    void dataThatDoNotFitTheType() {
        ProducerRecord<String, byte[]> record = EventCodec.toRecord(event(NOON));
        engine.pipe(Topics.LEAD_EVENTS, "S1", record.headers(), "{\"dimensions\":7}".getBytes(StandardCharsets.UTF_8));

        assertReason(Topics.LEAD_EVENTS, "do not fit dianmai.lead.registered.v1");
    }

    @Test
    void noData() {
        engine.pipe(Topics.LEAD_EVENTS, "S1", EventCodec.toRecord(event(NOON)).headers(), null);

        assertReason(Topics.LEAD_EVENTS, "no data");
    }

    @Test
    void noKeyOrTheKeyOfAnotherStore() {
        ProducerRecord<String, byte[]> record = EventCodec.toRecord(event(NOON));
        engine.pipe(Topics.LEAD_EVENTS, null, record.headers(), record.value());
        assertReason(Topics.LEAD_EVENTS, "key is not the store");

        engine.pipe(Topics.LEAD_EVENTS, "S2", record.headers(), record.value());
        assertReason(Topics.LEAD_EVENTS, "key is not the store");
    }

    @Test
    void aTimeInTheYear9999() {
        engine.pipe(event(Instant.parse("9999-01-01T00:00:00Z")));

        assertReason(Topics.LEAD_EVENTS, "time is not between");
    }

    @Test
    void anAmountBeyondReasonLeavesNoTrace() {
        Envelope<EventData> absurd = History.of("S1", "L1")
                .then(
                        NOON,
                        new LeadDelivered(
                                History.dimensions(Channel.WEB, "A1"), "O1", Long.MAX_VALUE, 0, false, false, false, 0))
                .last();
        engine.pipe(absurd);

        assertReason(Topics.LEAD_EVENTS, "adds too much to vehicleGrossProfit");
        // Not even as heard: the same event, put right and sent again, counts.
        engine.pipe(event(NOON));
        assertThat(engine.rows()).containsKey("S1|2026-11-21");
    }

    @Test
    void anEventOnTheTopicOfAnotherFamily() {
        ProducerRecord<String, byte[]> record = EventCodec.toRecord(event(NOON));
        engine.pipe(Topics.FOLLOWUP_EVENTS, "S1", record.headers(), record.value());

        assertReason(Topics.FOLLOWUP_EVENTS, "does not belong on this topic");
    }

    @Test
    void aDeadlineInTheYear9999() {
        engine.pipe(History.of("S1", "P1")
                .then(NOON, History.scheduled("T1", TaskPurpose.CADENCE, Instant.parse("9999-01-01T00:00:00Z")))
                .events());

        assertReason(Topics.FOLLOWUP_EVENTS, "due time is not between");
    }

    @Test
    void aZoneThatDoesNotExist() {
        engine.pipe(History.of("S1", "S1")
                .then(NOON, History.published("S1", "Mars/Base"))
                .events());

        assertReason(Topics.ORG_EVENTS, "no such zone");
    }

    @Test
    void aLargeValueIsLeftOutAndItsPlaceNamed() {
        ProducerRecord<String, byte[]> record = EventCodec.toRecord(event(NOON));
        engine.pipe(Topics.LEAD_EVENTS, "S1", record.headers(), new byte[2_000_000]);

        TestRecord<byte[], byte[]> letter = assertReason(Topics.LEAD_EVENTS, "do not fit");
        assertThat(letter.value()).isNull();
        assertThat(header(letter, DeadLetters.LEFT_OUT)).isEqualTo("2000000");
    }

    @Test
    void aTypeThatIsNotKnownIsNoDeadLetter() {
        ProducerRecord<String, byte[]> record = EventCodec.toRecord(event(NOON));
        record.headers().remove("ce_type").add("ce_type", "dianmai.lead.sung.v1".getBytes(StandardCharsets.UTF_8));
        engine.pipe(Topics.LEAD_EVENTS, "S1", record.headers(), record.value());

        assertThat(engine.deadLetters(Topics.LEAD_EVENTS)).isEmpty();
        assertThat(engine.events("unknown-type")).isEqualTo(1);
    }

    private static Envelope<EventData> event(Instant time) {
        return History.of("S1", "L1")
                .then(time, NOON, History.registered(Channel.WEB, "A1"))
                .last();
    }

    private TestRecord<byte[], byte[]> assertReason(String topic, String reason) {
        var letters = engine.deadLetters(topic);
        assertThat(letters).hasSize(1);
        assertThat(header(letters.getFirst(), KafkaHeaders.DLT_EXCEPTION_MESSAGE))
                .contains(reason);
        assertThat(header(letters.getFirst(), KafkaHeaders.DLT_ORIGINAL_TOPIC)).isEqualTo(topic);
        assertThat(engine.events("dead-letter")).isPositive();
        return letters.getFirst();
    }

    private static @Nullable String header(TestRecord<byte[], byte[]> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
