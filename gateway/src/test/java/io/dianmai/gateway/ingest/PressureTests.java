package io.dianmai.gateway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kit.security.Viewer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Clients that send too much, and bodies built to hurt. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class PressureTests {
    private final Door door = new Door();

    @AfterEach
    void givesBackAllMemory() {
        assertThat((long) door.bytes.available())
                .isEqualTo(Door.SETTINGS.maxBytesInFlight().toBytes());
    }

    @Test
    void refusesWhoeverHasSentTooManyEvents() {
        for (int batch = 0; batch < 10; batch++) {
            assertThat(door.batch(visits(100))).hasStatus(202);
        }
        MvcTestResult answer = door.structured(visit(1));
        assertProblem(answer, 429, "rate-limited");
        assertThat(answer)
                .hasHeader("Retry-After", "1")
                .hasHeader("RateLimit-Policy", "\"events\";q=1000;w=100")
                .hasHeader("RateLimit", "\"events\";r=0;t=1");
        door.limits.pass(Duration.ofMillis(100));
        assertThat(door.structured(visit(1))).hasStatus(202);
    }

    @Test
    void takesABatchThatIsLargerThanTheBurstAndLetsItBePaidFor() {
        door.limits.allow("dms", 10, 50);
        assertThat(door.batch(visits(100))).hasStatus(202).hasHeader("RateLimit", "\"events\";r=0;t=6");
        assertThat(door.batch(visits(100))).hasStatus(429).hasHeader("Retry-After", "6");
        door.limits.pass(Duration.ofMillis(5_100));
        assertThat(door.batch(visits(100))).hasStatus(202);
    }

    @Test
    void tellsEverybodyWhatIsLeft() {
        assertThat(door.structured(visit(1))).hasHeader("RateLimit", "\"events\";r=999;t=1");
        assertThat(door.structured("nonsense")).hasStatus(400).hasHeader("RateLimit", "\"events\";r=998;t=1");
        assertThat(door.post("text/plain", "")).hasStatus(415).hasHeader("RateLimit", "\"events\";r=997;t=1");
    }

    @Test
    void neverReadsTheBodyOfWhoeverIsRefused() {
        door.limits.allow("dms", 1, 1);
        assertThat(door.structured(visit(1))).hasStatus(202);
        assertProblem(door.post(ContentMode.STRUCTURED_TYPE, new byte[10_000_000]), 429, "rate-limited");
    }

    @Test
    void leavesHalfOfTheMemoryToOthers() {
        try (var lease = door.bytes.open("dms")) {
            lease.grow(door.bytes.available() / 2);
            assertProblem(door.structured(visit(1)), 429, "ingest-busy");
            door.sender = new Viewer("other", door.sender.roles(), door.sender.stores(), null, "other");
            assertThat(door.structured(visit(1))).hasStatus(202);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "-1e400",
                "1E+999999999",
                "1e-999999999",
                "123456789012345678901234567890",
                "2147483648",
                "-1",
                "2.5e0",
                "1.5",
                "101",
            })
    void refusesNumbersBeyondTheirRange(String number) {
        assertProblem(
                door.structured(visit(1).replace("\"partySize\":2", "\"partySize\":" + number)), 422, "invalid-data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1E+999999999", "1e30", "123456789012345678901234567890", "0.5"})
    void refusesMoneyBeyondItsRange(String number) {
        assertProblem(door.structured(settlement(number)), 422, "invalid-data");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [                | ]    | 500000
            {"a":            | 1}   | 100000
            [[],             | []]  | 200
            """)
    void refusesWhatIsNestedTooDeeply(String open, String close, int depth) {
        String nested = open.repeat(depth) + close.repeat(depth);
        assertProblem(
                door.structured(visit(1).replace("\"partySize\":2", "\"partySize\":" + nested)), 400, "malformed-json");
    }

    @Test
    void refusesAMillionTinyEvents() {
        assertProblem(door.batch("[" + "{},".repeat(1_000_000) + "{}]"), 413, "too-many-events");
        assertProblem(door.batch("[" + "[],".repeat(3_000_000) + "[]]"), 413, "body-too-large");
    }

    @Test
    void refusesOneEventOfAMillionValues() {
        String many = "[" + "1,".repeat(300_000) + "1]";
        assertProblem(
                door.structured(visit(1).replace("\"partySize\":2", "\"partySize\":" + many)), 400, "malformed-json");
    }

    @Test
    void refusesAMemberThatIsThereTwice() {
        assertProblem(
                door.structured(visit(1).replace("\"kind\"", "\"kind\":\"CALL\",\"kind\"")), 400, "malformed-json");
        assertProblem(door.batch("[{\"id\":\"1\",\"id\":\"1\"}]"), 400, "malformed-json");
    }

    @Test
    void stopsInflatingBombs() throws IOException {
        byte[] bomb = zipped(new byte[200_000_000]);
        assertProblem(door.post(ContentMode.BATCH_TYPE, bomb, "Content-Encoding", "gzip"), 413, "body-too-large");
        assertProblem(door.post(ContentMode.STRUCTURED_TYPE, bomb, "Content-Encoding", "gzip"), 413, "body-too-large");
        byte[] twice = zipped(bomb);
        assertProblem(door.post(ContentMode.STRUCTURED_TYPE, twice, "Content-Encoding", "gzip"), 400, "malformed-json");
        assertProblem(
                door.post(ContentMode.STRUCTURED_TYPE, twice, "Content-Encoding", "gzip, gzip"),
                415,
                "unsupported-content");
    }

    private static String visit(int number) {
        return """
                {"specversion":"1.0","id":"v-%1$d","source":"/dms","type":"dianmai.fact.visit-received.v1",
                 "time":"2026-03-10T01:42:10Z",
                 "data":{"visitRef":"LD-%1$d","kind":"WALK_IN","partySize":2,"retained":false}}""".formatted(number);
    }

    private static String visits(int count) {
        return IntStream.range(0, count).mapToObj(PressureTests::visit).collect(Collectors.joining(",", "[", "]"));
    }

    private static String settlement(String labour) {
        return """
                {"specversion":"1.0","id":"s","source":"/dms","type":"dianmai.fact.job-settled.v1",
                 "time":"2026-03-10T01:42:10Z",
                 "data":{"orderRef":"WX-1","addOn":false,"settlement":{"labour":%s,"parts":1,"care":0,"beauty":0,"scrap":0,"directCost":0}}}""".formatted(labour);
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static void assertProblem(MvcTestResult answer, int status, String problem) {
        assertThat(answer).hasStatus(status).hasContentType("application/problem+json");
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("https://dianmai.io/problems/" + problem);
    }
}
