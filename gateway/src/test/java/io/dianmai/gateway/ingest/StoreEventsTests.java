package io.dianmai.gateway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.kit.security.Viewer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class StoreEventsTests {
    private static final String LEAD = """
            {"specversion":"1.0","id":"1","source":"/stores/hz-xihu/dms","type":"dianmai.fact.lead-received.v1",
             "time":"2026-03-10T09:42:10+08:00","storeid":"hz-xihu",
             "data":{"leadRef":"XS-1","channel":"WALK_IN","customerName":"王建国","phone":"138 0000 0017"}}""";

    private final Door door = new Door();

    private static String lead(String id) {
        return LEAD.replace("\"id\":\"1\"", "\"id\":\"" + id + "\"");
    }

    @Test
    void acceptsAStructuredEvent() {
        assertThat(door.structured(lead("1")))
                .hasStatus(202)
                .bodyJson()
                .isStrictlyEqualTo("{\"verdicts\":[{\"id\":\"1\",\"status\":\"accepted\"}]}");
        var record = door.producer.history().getFirst();
        assertThat(record.topic()).isEqualTo("store-events");
        assertThat(record.key()).isEqualTo("hz-xihu");
        var fact = EventCodec.fromRecord(record.headers(), record.value());
        assertThat(fact.recordedTime()).isEqualTo(Door.NOW);
        assertThat(fact.data()).isInstanceOf(LeadReceived.class);
    }

    @Test
    void acceptsABinaryEvent() {
        MvcTestResult answer = door.post(
                "application/json; charset=utf-8",
                "{\"leadRef\":\"XS-1\",\"channel\":\"WALK_IN\"}".getBytes(StandardCharsets.UTF_8),
                "ce-specversion",
                "1.0",
                "ce-id",
                "%E8%A5%BF-1",
                "ce-source",
                "/dms",
                "ce-type",
                "dianmai.fact.lead-received.v1",
                "CE-Time",
                "2026-03-10T01:42:10Z");
        assertThat(answer)
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.verdicts[0].id")
                .isEqualTo("西-1");
        assertThat(door.producer.history().getFirst().key()).isEqualTo("hz-xihu");
    }

    @Test
    void keepsTheGoodOnesOfABatch() {
        String bad = lead("2").replace("WALK_IN", "ON_FOOT").replace("leadRef", "leadref");
        MvcTestResult answer = door.batch("[" + lead("1") + "," + bad + ",17," + lead("3") + "]");
        assertThat(answer).hasStatus(202);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.verdicts[*].status")
                .isEqualTo(List.of("accepted", "refused", "refused", "accepted"));
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.verdicts[1].problem.errors[*].pointer")
                .asArray()
                .containsExactlyInAnyOrder("/1/data/channel", "/1/data/leadRef", "/1/data/leadref");
        assertThat(door.producer.history()).hasSize(2);
    }

    @Test
    void refusesABatchOfWhichNothingIsGood() {
        MvcTestResult answer = door.batch("[{}]");
        assertThat(answer)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.type")
                .asString()
                .endsWith("/none-accepted");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.verdicts[0].problem.errors[*].pointer")
                .asArray()
                .contains("/0/id", "/0/source", "/0/type", "/0/time", "/0/specversion");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "channel":"WALK_IN"            | "channel":17                       | 422 | invalid-data      | /data/channel
            "channel":"WALK_IN",           | ''                                 | 422 | invalid-data      | /data/channel
            "leadRef":"XS-1"               | "leadRef":" "                      | 422 | invalid-data      | /data/leadRef
            "leadRef":"XS-1"               | "leadRef":"XS-1","leedRef":"x"     | 422 | invalid-data      | /data/leedRef
            138 0000 0017                  | twelve                             | 422 | invalid-data      | /data/phone
            lead-received.v1               | lead-deceived.v1                   | 422 | unknown-type      | /type
            dianmai.fact.lead-received.v1  | dianmai.lead.registered.v1         | 422 | unknown-type      | /type
            "storeid":"hz-xihu"            | "storeid":"sh-pudong"              | 403 | store-not-allowed | /storeid
            2026-03-10T09:42:10+08:00      | 2026-03-10T02:05:00.001Z           | 422 | time-out-of-range | /time
            2026-03-10T09:42:10+08:00      | 9999-03-10T09:42:10Z               | 422 | time-out-of-range | /time
            2026-03-10T09:42:10+08:00      | 1999-12-31T23:59:59.999Z           | 422 | time-out-of-range | /time
            2026-03-10T09:42:10+08:00      | yesterday                          | 422 | invalid-envelope  | /time
            "specversion":"1.0"            | "specversion":"0.3"                | 422 | invalid-envelope  | /specversion
            "id":"1"                       | "id":1                             | 422 | invalid-envelope  | /id
            /stores/hz-xihu/dms            | not a uri                          | 422 | invalid-envelope  | /source
            "storeid"                      | "storeid":"hz-xihu","ext":{},"x"   | 422 | invalid-envelope  | /ext
            """)
    void saysWhatIsWrongAndWhere(String good, String bad, int status, String problem, String pointer) {
        MvcTestResult answer = door.structured(lead("1").replace(good, bad));
        assertThat(answer).hasStatus(status).hasContentType("application/problem+json");
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("https://dianmai.io/problems/" + problem);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
        assertThat(door.producer.history()).isEmpty();
        assertThat(door.meters
                        .counter("dianmai.ingest.events", "outcome", problem)
                        .count())
                .isOne();
    }

    @Test
    void takesATimeThatIsJustNotTooFarAhead() {
        String ahead = lead("1").replace("2026-03-10T09:42:10+08:00", "2026-03-10T02:05:00Z");
        assertThat(door.structured(ahead)).hasStatus(202);
    }

    @Test
    void refusesAStoreThatIsNotRegistered() {
        door.sender = Door.storeSystem("*");
        assertThat(door.structured(lead("1").replace("\"storeid\":\"hz-xihu\"", "\"storeid\":\"atlantis\"")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.type")
                .asString()
                .endsWith("/unknown-store");
    }

    @Test
    void asksForTheStoreWhereTheCredentialHasMany() {
        door.sender = Door.storeSystem("hz-xihu", "sh-pudong");
        assertThat(door.structured(lead("1").replace("\"storeid\":\"hz-xihu\",", "")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/storeid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/cloudevents+json       | {"specversion":            | 400 | malformed-json
            application/cloudevents+json       | {"id":"1","id":"2"}        | 400 | malformed-json
            application/cloudevents+json       | {} {}                      | 400 | malformed-json
            application/cloudevents+json       | ''                         | 422 | invalid-envelope
            application/cloudevents-batch+json | {}                         | 400 | malformed-json
            application/cloudevents-batch+json | [{}                        | 400 | malformed-json
            application/cloudevents-batch+json | [] []                      | 400 | malformed-json
            application/json                   | {"specversion":"1.0"}      | 415 | unsupported-content
            text/plain                         | hello                      | 415 | unsupported-content
            nonsense                           | {}                         | 415 | unsupported-content
            """)
    void refusesWhatIsNoEvent(String contentType, String body, int status, String problem) {
        assertThat(door.post(contentType, body))
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.type")
                .asString()
                .endsWith('/' + problem);
    }

    @Test
    void refusesJsonThatIsNestedTooDeeply() {
        assertThat(door.structured("[".repeat(5_000) + "]".repeat(5_000))).hasStatus(400);
    }

    @Test
    void refusesABodyOfTenMegabytes() {
        assertThat(door.post(ContentMode.STRUCTURED_TYPE, new byte[10_000_000])).hasStatus(413);
        assertThat(door.post(ContentMode.BATCH_TYPE, new byte[10_000_000])).hasStatus(413);
        assertThat((long) door.bytes.available())
                .isEqualTo(Door.SETTINGS.maxBytesInFlight().toBytes());
    }

    @Test
    void refusesABatchOfAHundredThousand() {
        String batch = IntStream.range(0, 100_000).mapToObj(_ -> "{}").collect(Collectors.joining(",", "[", "]"));
        assertThat(door.batch(batch))
                .hasStatus(413)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("1000");
    }

    @Test
    void inflatesGzip() throws IOException {
        assertThat(door.post(
                        ContentMode.STRUCTURED_TYPE,
                        zipped(lead("1").getBytes(StandardCharsets.UTF_8)),
                        "Content-Encoding",
                        "gzip"))
                .hasStatus(202);
        assertThat(door.post(ContentMode.STRUCTURED_TYPE, new byte[] {1, 2, 3}, "Content-Encoding", "gzip"))
                .hasStatus(400);
        assertThat(door.post(ContentMode.STRUCTURED_TYPE, new byte[] {1, 2, 3}, "Content-Encoding", "br"))
                .hasStatus(415);
    }

    @Test
    void stopsInflatingABomb() throws IOException {
        byte[] bomb = zipped(new byte[100_000_000]);
        assertThat(bomb).hasSizeLessThan(1_000_000);
        assertThat(door.post(ContentMode.STRUCTURED_TYPE, bomb, "Content-Encoding", "gzip"))
                .hasStatus(413);
    }

    @Test
    void asksToComeBackWhenTooMuchIsInFlight() {
        int half = door.bytes.available() / 2;
        try (var one = door.bytes.open("one");
                var other = door.bytes.open("other")) {
            one.grow(half);
            other.grow(half);
            assertThat(door.structured(lead("1"))).hasStatus(429).hasHeader("Retry-After", "5");
        }
        assertThat(door.structured(lead("1"))).hasStatus(202);
    }

    @Test
    void writesARepeatOnce() {
        door.structured(lead("1"));
        String sameInOtherWords =
                lead("1").replace("09:42:10+08:00", "01:42:10Z").replace("\n", "\n\n");
        assertThat(door.structured(sameInOtherWords))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.verdicts[0].repeated")
                .isEqualTo(true);
        assertThat(door.batch("[" + lead("2") + "," + lead("2") + "]"))
                .bodyJson()
                .extractingPath("$.verdicts[1].repeated")
                .isEqualTo(true);
        assertThat(door.producer.history()).hasSize(2);
    }

    @Test
    void refusesAnIdThatStandsForSomethingElse() {
        door.structured(lead("1"));
        assertThat(door.structured(lead("1").replace("XS-1", "XS-2")))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .asString()
                .endsWith("/event-id-reused");
        MvcTestResult batch = door.batch("[" + lead("2") + "," + lead("2").replace("XS-1", "XS-2") + "]");
        assertThat(batch)
                .bodyJson()
                .extractingPath("$.verdicts[1].problem.status")
                .isEqualTo(409);
    }

    @Test
    void letsNoClientSilenceAnother() {
        door.structured(lead("1"));
        door.sender = new Viewer("other", door.sender.roles(), door.sender.stores(), null, "other");
        assertThat(door.structured(lead("1").replace("XS-1", "XS-2"))).hasStatus(202);
        assertThat(door.producer.history()).hasSize(2);
    }

    @Test
    void sealsWhatIsPersonal() {
        door.structured(lead("1"));
        assertThat(door.written()).contains("sealed.v1.").doesNotContain("0017", "13800000017", "王建国", "建国");
    }

    @Test
    void onlyChecksInADryRun() {
        assertThat(door.dryRun(lead("1"))).hasStatus(202);
        assertThat(door.dryRun(lead("1").replace("WALK_IN", "ON_FOOT"))).hasStatus(422);
        assertThat(door.producer.history()).isEmpty();
        assertThat(door.structured(lead("1"))).bodyJson().doesNotHavePath("$.verdicts[0].repeated");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void saysComeBackWhileKafkaIsAway() {
        door.producer.sendException = new TimeoutException("not there");
        assertThat(door.structured(lead("1")))
                .hasStatus(503)
                .hasHeader("Retry-After", "5")
                .bodyJson()
                .extractingPath("$.type")
                .asString()
                .endsWith("/broker-unavailable");
        assertThat(door.batch("[" + lead("2") + "," + lead("3") + ",{}]")).hasStatus(503);
        door.producer.sendException = null;
        assertThat(door.structured(lead("1"))).hasStatus(202).bodyJson().doesNotHavePath("$.verdicts[0].repeated");
    }

    @Test
    void tellsTheTruthAboutEachEventWhenKafkaTakesOnlySome() throws Exception {
        var slow = new MockProducer<String, byte[]>(false, null, new StringSerializer(), new ByteArraySerializer());
        var other = new Door(slow);
        try (var worker = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = worker.submit(() -> other.batch("[" + lead("1") + "," + lead("2") + "," + lead("3") + "]"));
            Awaitility.await().until(() -> slow.history().size() == 3);
            slow.completeNext();
            slow.errorNext(new TimeoutException("too late"));
            // The third is never settled: the door gives up waiting by itself.
            MvcTestResult result = answer.get();
            assertThat(result).hasStatus(202).hasHeader("Retry-After", "5");
            assertThat(result)
                    .bodyJson()
                    .extractingPath("$.verdicts[*].status")
                    .isEqualTo(List.of("accepted", "refused", "refused"));
        }
    }

    @Test
    void offersTheSchemaOfEveryFact() {
        assertThat(door.get("/api/store-events/schemas"))
                .bodyJson()
                .extractingPath("$.schemas[*].type")
                .asArray()
                .hasSize(StoreFact.class.getPermittedSubclasses().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead-received", "order-signed", "order-cancelled", "job-settled", "settlement-reversed"})
    void offersExamplesThatAreAccepted(String fact) throws IOException {
        String address = "/api/store-events/schemas/dianmai.fact." + fact + ".v1";
        assertThat(door.get(address)).hasStatusOk().hasContentType("application/schema+json");
        String example = door.get(address + "/example").getResponse().getContentAsString(StandardCharsets.UTF_8);
        String today = example.replaceFirst("\"time\" ?: ?\"[^\"]*\"", "\"time\":\"" + Door.NOW + "\"");
        assertThat(door.structured(today)).hasStatus(202);
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
