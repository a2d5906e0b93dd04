package io.dianmai.gateway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.EventCodec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The door against the text of the CloudEvents HTTP protocol binding 1.0.2 and of the JSON event format 1.0.2. */
class CloudEventsHttpTests {
    private static final String DATA = "{\"leadRef\":\"XS-1\",\"channel\":\"WALK_IN\"}";
    private static final String EVENT = """
            {"specversion":"1.0","id":"1","source":"/dms","type":"dianmai.fact.lead-received.v1",
             "time":"2026-03-10T01:42:10Z","data":%s}""".formatted(DATA);

    private final Door door = new Door();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents+json",
                "application/cloudevents+json; charset=UTF-8",
                "application/cloudevents+json; charset=\"utf-8\"",
                "APPLICATION/CloudEvents+JSON;CharSet=utf-8",
            })
    void takesStructuredModeInAnySpelling(String contentType) {
        assertThat(door.post(contentType, EVENT)).hasStatus(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents",
                "application/cloudevents+xml",
                "application/cloudevents+avro",
                "application/cloudevents-batch",
                "application/cloudevents-batch+xml",
                "application/cloudevents+json; charset=gbk",
                "application/cloudevents+json; charset=none-such",
                "text/plain",
                "application/xml",
            })
    void refusesFormatsThatItDoesNotKnow(String contentType) {
        assertProblem(
                door.post(contentType, EVENT.getBytes(StandardCharsets.UTF_8), ATTRIBUTES), 415, "unsupported-content");
    }

    /** 3.1.1: the content type is the data's; JSON is whatever says that it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "APPLICATION/JSON",
                "text/json",
                "application/vnd.dms.lead+json",
            })
    void takesBinaryModeForAnyJson(String contentType) {
        assertThat(binary(contentType)).hasStatus(202);
    }

    @Test
    void refusesABinaryEventWithoutItsVersionAsTheEventThatItIs() {
        assertProblem(binary("application/json", "ce-specversion", null), 422, "invalid-envelope", "/specversion");
    }

    @Test
    void refusesTheContentTypeAsAnAttribute() {
        assertProblem(
                binary("application/json", "ce-datacontenttype", "application/json"),
                422,
                "invalid-envelope",
                "/datacontenttype");
        assertProblem(binary("application/json", "ce-data", "x"), 422, "invalid-envelope", "/data");
    }

    @Test
    void refusesAnAttributeThatIsThereTwice() {
        String[] twice = Stream.concat(Arrays.stream(ATTRIBUTES), Stream.of("CE-ID", "2"))
                .toArray(String[]::new);
        assertProblem(door.post("application/json", bytes(DATA), twice), 422, "invalid-envelope", "/id");
    }

    /** 3.1.3.2: what is quoted is unescaped first, then one round of percent-decoding. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            Euro%20%E2%82%AC%20%F0%9F%98%80 | Euro € 😀
            %e8%a5%bf                       | 西
            %41%42                          | AB
            "a b"                           | a b
            "a \\"b\\" \\\\ c"              | a "b" \\ c
            "%22"                           | "
            a+b                             | a+b
            %2541                           | %41
            "                               | "
            """)
    void decodesHeaders(String header, String id) {
        assertThat(binary("application/json", "ce-id", header))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.verdicts[0].id")
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%C0%A0", "%ED%A0%80", "%FF", "%E8%A5", "%", "%4", "%zz", "%+1", "caf\u00e9"})
    void refusesHeadersThatAreNoText(String header) {
        assertProblem(binary("application/json", "ce-id", header), 400, "malformed-body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-10T01:42:10Z",
                "2026-03-10t01:42:10z",
                "2026-03-10T09:42:10+08:00",
                "2026-03-10T01:42:10-00:00",
                "2026-03-10T01:42:10.5Z",
                "2026-03-10T01:42:10.123456789Z",
                "2026-03-10T01:42:10.1234567890123Z",
                "2016-12-31T23:59:60Z",
            })
    void takesTimesOfRfc3339(String time) {
        assertThat(door.structured(EVENT.replace("2026-03-10T01:42:10Z", time))).hasStatus(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-10",
                "2026-03-10T01:42Z",
                "2026-03-10T01:42:10",
                "2026-03-10 01:42:10Z",
                "2026-03-10T01:42:10+08",
                "2026-03-10T01:42:10+0800",
                "2026-03-10T01:42:10,5Z",
                "2026-02-30T01:42:10Z",
                "2026-03-10T25:42:10Z",
                "20260310T014210Z",
                "1773106930",
                "+2026-03-10T01:42:10Z",
            })
    void refusesOtherTimes(String time) {
        assertProblem(door.structured(EVENT.replace("2026-03-10T01:42:10Z", time)), 422, "invalid-envelope", "/time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ext\":\"value\"",
                "\"ext\":5",
                "\"ext\":-2147483648",
                "\"ext\":true",
                "\"ext\":null",
                "\"subject\":null",
                "\"dataschema\":null",
                "\"dataschema\":\"https://example.com/lead.json\"",
                "\"datacontenttype\":\"application/json\"",
                "\"datacontenttype\":\"TEXT/Json; Charset=utf-8\"",
                "\"traceparent\":\"nonsense\"",
            })
    void takesExtensionsAndOptionalAttributes(String attribute) {
        assertThat(door.structured(EVENT.replace("\"id\"", attribute + ",\"id\"")))
                .hasStatus(202);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "ext":1.5                         | /ext
            "ext":2147483648                  | /ext
            "ext":1e400                       | /ext
            "ext":{}                          | /ext
            "ext":[]                          | /ext
            "subject":""                      | /subject
            "subject":"a\\u0000b"             | /subject
            "subject":"a\\ud800"              | /subject
            "subject":"a\\uffff"              | /subject
            "subject":7                       | /subject
            "datacontenttype":"application/xml" | /datacontenttype
            "datacontenttype":"nonsense"      | /datacontenttype
            "dataschema":"/lead.json"         | /dataschema
            "dataschema":"not a uri"          | /dataschema
            "Ext":"value"                     | ''
            "ext-1":"value"                   | ''
            """)
    void refusesWhatIsNoAttribute(String attribute, String pointer) {
        assertProblem(
                door.structured(EVENT.replace("\"id\"", attribute + ",\"id\"")), 422, "invalid-envelope", pointer);
    }

    @Test
    void refusesMoreAttributesThanAnybodyNeeds() {
        var many = new StringBuilder();
        for (int i = 0; i < 70; i++) {
            many.append("\"x").append(i).append("\":\"\",");
        }
        assertProblem(door.structured(EVENT.replace("\"id\"", many + "\"id\"")), 422, "invalid-envelope", "");
    }

    /** JSON format 3.1: bytes of JSON, said to be JSON. */
    @Test
    void takesDataInBase64() {
        String encoded = Base64.getEncoder().encodeToString(bytes(DATA));
        String event = EVENT.replace("\"data\":" + DATA, "\"data_base64\":\"" + encoded + "\"");
        assertProblem(door.structured(event), 422, "invalid-data", "/data_base64");
        String typed = event.replace("\"id\"", "\"datacontenttype\":\"application/json\",\"id\"");
        assertThat(door.structured(typed)).hasStatus(202);
        var record = door.producer.history().getFirst();
        assertThat(EventCodec.fromRecord(record.headers(), record.value())
                        .data()
                        .toString())
                .contains("XS-1");
        assertProblem(door.structured(typed.replace(encoded, "?")), 422, "invalid-data", "/data_base64");
        assertProblem(
                door.structured(typed.replace("\"id\"", "\"data\":{},\"id\"")), 422, "invalid-data", "/data_base64");
    }

    /** JSON format 3.1.2: a string is a string, never parsed again. */
    @Test
    void takesNoDataThatAreAString() {
        String string = EVENT.replace(DATA, "\"" + DATA.replace("\"", "\\\"") + "\"");
        assertProblem(door.structured(string), 422, "invalid-data", "/data");
        assertProblem(door.structured(EVENT.replace(DATA, "null")), 422, "invalid-data", "/data");
        assertProblem(door.structured(EVENT.replace(",\"data\":" + DATA, "")), 422, "invalid-data", "/data");
    }

    @Test
    void takesAnEmptyBatch() {
        assertThat(door.batch("[]")).hasStatus(202).bodyJson().isStrictlyEqualTo("{\"verdicts\":[]}");
    }

    @Test
    void tellsEachEventOfABatchApart() {
        assertThat(door.batch("[" + EVENT + ",null,[],\"x\"," + EVENT + "]"))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.verdicts[*].status")
                .isEqualTo(List.of("accepted", "refused", "refused", "refused", "accepted"));
        assertThat(door.producer.history()).hasSize(1);
    }

    /** Headers beside a structured event are copies of what the event says; the event counts. */
    @Test
    void readsStructuredModeFromTheBodyAlone() {
        assertThat(door.post(ContentMode.STRUCTURED_TYPE, bytes(EVENT), "ce-id", "other", "ce-specversion", "0.3"))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.verdicts[0].id")
                .isEqualTo("1");
    }

    private static final String[] ATTRIBUTES = {
        "ce-specversion", "1.0",
        "ce-id", "1",
        "ce-source", "/dms",
        "ce-type", "dianmai.fact.lead-received.v1",
        "ce-time", "2026-03-10T01:42:10Z"
    };

    private MvcTestResult binary(String contentType) {
        return door.post(contentType, bytes(DATA), ATTRIBUTES);
    }

    /** With another value of one header, or without it. */
    private MvcTestResult binary(String contentType, String header, @Nullable String value) {
        Stream<String> others = Stream.iterate(0, name -> name < ATTRIBUTES.length, name -> name + 2)
                .filter(name -> !ATTRIBUTES[name].equals(header))
                .flatMap(name -> Stream.of(ATTRIBUTES[name], ATTRIBUTES[name + 1]));
        String[] headers = Stream.concat(others, value == null ? Stream.of() : Stream.of(header, value))
                .toArray(String[]::new);
        return door.post(contentType, bytes(DATA), headers);
    }

    private static void assertProblem(MvcTestResult answer, int status, String problem) {
        assertThat(answer).hasStatus(status).hasContentType("application/problem+json");
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("https://dianmai.io/problems/" + problem);
    }

    private static void assertProblem(MvcTestResult answer, int status, String problem, String pointer) {
        assertProblem(answer, status, problem);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
