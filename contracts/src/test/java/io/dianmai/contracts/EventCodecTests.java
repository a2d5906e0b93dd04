package io.dianmai.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadVisited;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTests {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final Envelope<EventData> VISITED = visitedAt(Instant.parse("2026-03-10T01:30:00.123456789Z"));
    private static final byte[] DATA = EventJson.MAPPER.writeValueAsBytes(VISITED.data());

    @Test
    void writesTheHeadersOfTheKafkaBinding() {
        assertThat(text(EventCodec.toRecord(VISITED).headers()))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("content-type", "application/json"),
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "e-1"),
                        Map.entry("ce_source", "/lead-service"),
                        Map.entry("ce_type", "dianmai.lead.visited.v1"),
                        Map.entry("ce_subject", "lead-1"),
                        Map.entry("ce_time", "2026-03-10T01:30:00.123456789Z"),
                        Map.entry("ce_storeid", "hz-xihu"),
                        Map.entry("ce_partitionkey", "hz-xihu"),
                        Map.entry("ce_sequence", "7"),
                        Map.entry("ce_recordedtime", "2026-03-10T01:30:01Z"),
                        Map.entry("ce_traceparent", TRACE)));
    }

    /** The SDK has its own idea of the binding, and must read the same. */
    @Test
    void writesWhatTheSdkReads() {
        var record = EventCodec.toRecord(VISITED);
        CloudEvent event = KafkaMessageFactory.createReader(record.headers(), record.value())
                .toEvent();

        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getId()).isEqualTo(VISITED.id());
        assertThat(event.getSource()).isEqualTo(VISITED.source());
        assertThat(event.getType()).isEqualTo(VISITED.type());
        assertThat(event.getSubject()).isEqualTo(VISITED.subject());
        assertThat(event.getDataContentType()).isEqualTo(EventCodec.CONTENT_TYPE);
        assertThat(Objects.requireNonNull(event.getTime()).toInstant()).isEqualTo(VISITED.time());
        assertThat(event.getExtension("storeid")).isEqualTo(VISITED.storeId());
        assertThat(event.getExtension("partitionkey")).isEqualTo(VISITED.storeId());
        assertThat(event.getExtension("sequence")).isEqualTo("7");
        assertThat(event.getExtension("traceparent")).isEqualTo(TRACE);
        assertThat(Objects.requireNonNull(event.getData()).toBytes()).isEqualTo(DATA);
    }

    @Test
    void sendsToTheTopicOfTheFamilyKeyedByStore() {
        var record = EventCodec.toRecord(VISITED);

        assertThat(record.topic()).isEqualTo(Topics.LEAD_EVENTS);
        assertThat(record.key()).isEqualTo("hz-xihu");
        assertThat(record.value()).isEqualTo(DATA);
    }

    @Test
    void readsWhatItWrote() {
        var record = EventCodec.toRecord(VISITED);

        assertThat(EventCodec.fromRecord(record.headers(), record.value())).isEqualTo(VISITED);
        assertThat(EventCodec.typeOf(record.headers())).isEqualTo("dianmai.lead.visited.v1");
    }

    @Test
    void leavesOutWhatAFactHasNot() {
        var fact = new Envelope<EventData>(
                "dms-1",
                URI.create("urn:dms:7"),
                null,
                VISITED.time(),
                "hz-xihu",
                0,
                VISITED.recordedTime(),
                null,
                new LeadReceived("ref", Channel.WEB, null, null, null, null, null, null, null));

        var record = EventCodec.toRecord(fact);

        assertThat(text(record.headers())).doesNotContainKeys("ce_subject", "ce_sequence", "ce_traceparent");
        assertThat(new String(record.value(), UTF_8)).isEqualTo("{\"leadRef\":\"ref\",\"channel\":\"WEB\"}");
        assertThat(EventCodec.fromRecord(record.headers(), record.value())).isEqualTo(fact);
    }

    @Test
    void keepsChineseInHeadersAndData() {
        var dimensions = new LeadDimensions(Channel.WALK_IN, "春季车展", "凯美瑞🚗", "王建国", null, null);
        var event = new Envelope<EventData>(
                "编号-1",
                URI.create("/门店/西湖"),
                "线索-1",
                VISITED.time(),
                "杭州西湖",
                1,
                VISITED.recordedTime(),
                null,
                new LeadVisited(dimensions, 1));

        var record = EventCodec.toRecord(event);

        assertThat(EventCodec.fromRecord(record.headers(), record.value())).isEqualTo(event);
        assertThat(record.headers().lastHeader("ce_storeid").value()).isEqualTo("杭州西湖".getBytes(UTF_8));
        assertThat(new String(record.value(), UTF_8)).contains("春季车展", "凯美瑞🚗");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z", "1969-12-31T23:59:59Z"})
    void keepsFarTimes(String time) {
        var record = EventCodec.toRecord(visitedAt(Instant.parse(time)));

        assertThat(EventCodec.fromRecord(record.headers(), record.value()).time())
                .isEqualTo(time);
    }

    @Test
    void readsTimesWithAnOffset() {
        Headers headers = with("ce_time", "2026-03-10T09:30:00+08:00");

        assertThat(EventCodec.fromRecord(headers, DATA).time()).isEqualTo("2026-03-10T01:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "ce_storeid", "ce_recordedtime"})
    void refusesWhatLacksAnAttribute(String name) {
        assertUnreadable(without(name), DATA);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 7.0",
        "ce_source, '::'",
        "ce_time, yesterday",
        "ce_time, 2026-03-10",
        "ce_storeid, ''",
        "ce_recordedtime, 1773106201",
        "ce_sequence, seven",
        "ce_sequence, -7",
        "ce_sequence, 0",
        "ce_sequence, 9223372036854775808"
    })
    void refusesMalformedAttributes(String name, String value) {
        assertUnreadable(with(name, value), DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_specversion",
                "ce_id",
                "ce_source",
                "ce_type",
                "ce_time",
                "ce_storeid",
                "ce_recordedtime",
                "ce_sequence",
                "ce_subject",
                "content-type"
            })
    void survivesHeadersWithoutValue(String name) {
        Headers headers = without(name).add(name, null);

        try {
            assertThat(EventCodec.fromRecord(headers, DATA).data()).isEqualTo(VISITED.data());
        } catch (UnreadableEvent refused) {
            assertThat(refused).hasMessageNotContainingAny("Exception");
        }
    }

    @Test
    void refusesARecordWithoutHeaders() {
        assertUnreadable(new RecordHeaders(), DATA);
        assertThat(EventCodec.typeOf(new RecordHeaders())).isNull();
    }

    @Test
    void refusesStructuredMode() {
        Headers headers = new RecordHeaders().add("content-type", "application/cloudevents+json".getBytes(UTF_8));

        assertUnreadable(headers, "{\"specversion\":\"1.0\"}".getBytes(UTF_8));
    }

    @Test
    void refusesATombstone() {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> EventCodec.fromRecord(headers(), null))
                .withMessage("no data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "7", "\"text\"", "[]", "{", "{}{}", "{\"dimensions\":", "<xml/>"})
    void refusesWhatIsNoObject(String json) {
        assertUnreadable(headers(), json.getBytes(UTF_8));
    }

    @Test
    void refusesRandomBytes() {
        var random = new Random(4711);
        for (int length = 1; length < 500; length++) {
            byte[] garbage = new byte[length];
            random.nextBytes(garbage);
            assertUnreadable(headers(), garbage);
            assertUnreadable(without("ce_time").add("ce_time", garbage), DATA);
        }
    }

    @Test
    void tellsUnknownTypesFromUnreadableOnes() {
        assertThatExceptionOfType(UnknownEventType.class)
                .isThrownBy(() -> EventCodec.fromRecord(with("ce_type", "dianmai.lead.cloned.v9"), DATA))
                .withMessage("unknown event type dianmai.lead.cloned.v9");
    }

    private static void assertUnreadable(Headers headers, byte[] value) {
        assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(() -> EventCodec.fromRecord(headers, value));
    }

    private static Envelope<EventData> visitedAt(Instant time) {
        var dimensions = new LeadDimensions(Channel.WALK_IN, null, "Lanting S3", "a-1", "t-1", null);
        return new Envelope<>(
                "e-1",
                URI.create("/lead-service"),
                "lead-1",
                time,
                "hz-xihu",
                7,
                Instant.parse("2026-03-10T01:30:01Z"),
                TRACE,
                new LeadVisited(dimensions, 1));
    }

    private static Headers headers() {
        return EventCodec.toRecord(VISITED).headers();
    }

    private static Headers without(String name) {
        return headers().remove(name);
    }

    private static Headers with(String name, String value) {
        return without(name).add(name, value.getBytes(UTF_8));
    }

    private static Map<String, String> text(Headers headers) {
        var text = new HashMap<String, String>();
        headers.forEach(header -> assertThat(text.put(header.key(), new String(header.value(), UTF_8)))
                .isNull());
        return text;
    }
}
