package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.local.Service;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Everything that can be wrong with what arrives has its own problem, and what was right beside it is kept. */
@ExtendWith(OnThePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    private static final String INGEST = "/api/store-events";
    private final RunningPlatform platform;
    private final Door door;
    private final TestGroup group;

    BadInputIT(RunningPlatform platform) {
        this.platform = platform;
        this.door = platform.door();
        this.group = TestGroup.register(platform, "bad-input", 2);
    }

    @ParameterizedTest(name = "{3} at {4}")
    @CsvSource(delimiter = '|', textBlock = """
                    "partySize":2 | "partySize":"two"                 | 422 | invalid-data      | /data/partySize
                    "partySize":2 | "partySize":0                     | 422 | invalid-data      | /data/partySize
                    "partySize":2 | "partySize":101                   | 422 | invalid-data      | /data/partySize
                    "partySize":2, | ''                               | 422 | invalid-data      | /data/partySize
                    WALK_IN       | FLY_IN                            | 422 | invalid-data      | /data/kind
                    "partySize":2 | "partySize":2,"partysize":2       | 422 | invalid-data      | /data/partysize
                    visit-received.v1 | visit-imagined.v1             | 422 | unknown-type      | /type
                    "specversion":"1.0", | ''                         | 422 | invalid-envelope  | /specversion
                    "source":"/test", | ''                            | 422 | invalid-envelope  | /source
                    bad-input-1"  | bad-input-2"                      | 403 | store-not-allowed | /storeid
                    bad-input-1"  | nowhere"                          | 403 | store-not-allowed | /storeid
                    "time":"20    | "time":"30                        | 422 | time-out-of-range | /time
                    "time":"20    | "time":"when 20                   | 422 | invalid-envelope  | /time
                    """)
    void saysWhatIsWrongWithAnEventAndWhere(String good, String bad, int status, String problem, String pointer) {
        String event = good();
        assertThat(event).contains(good);

        Door.Answer answer = door.post(INGEST, group.store().token(), Door.STRUCTURED, event.replace(good, bad));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(pointers(answer.json())).containsExactly(pointer);
    }

    @Test
    void refusesWhatIsNoJson() {
        expectProblem(door.post(INGEST, group.store().token(), Door.STRUCTURED, "{\"id\":"), 400, "malformed-json");
    }

    @Test
    void refusesTenMegabytes() {
        expectProblem(
                door.post(INGEST, group.store().token(), Door.BATCH, "[" + " ".repeat(10_000_000) + "]"),
                413,
                "body-too-large");
    }

    @Test
    void refusesABatchOfAHundredThousand() {
        expectProblem(
                door.post(INGEST, group.store().token(), Door.BATCH, "[" + "{},".repeat(99_999) + "{}]"),
                413,
                "too-many-events");
    }

    @Test
    void refusesAnIdThatStandsForSomethingElse() {
        String event = good();
        door.post(INGEST, group.store().token(), Door.STRUCTURED, event).expectSuccess();

        expectProblem(
                door.post(INGEST, group.store().token(), Door.STRUCTURED, event.replace("false", "true")),
                409,
                "event-id-reused");
    }

    @Test
    void refusesAStoreThatTheRegistryDoesNotKnow() {
        String operations = platform.operationsToken();
        expectProblem(
                door.post(INGEST, operations, Door.STRUCTURED, good().replace("bad-input-1\"", "nowhere\"")),
                422,
                "unknown-store");
    }

    @Test
    void keepsTheGoodEventsOfABatchAndPointsAtTheBadOne() {
        TestGroup own = TestGroup.register(platform, "half-bad", 1);
        List<String> events = List.of(
                good(own.store()), good(own.store()).replace("\"partySize\":2", "\"partySize\":-1"), good(own.store()));

        Door.Answer answer = door.post(INGEST, own.store().token(), Door.BATCH, events.toString());

        assertThat(answer.status()).isEqualTo(202);
        List<JsonNode> verdicts = Json.list(answer.json().path("verdicts"));
        assertThat(verdicts)
                .extracting(verdict -> verdict.path("status").asString())
                .containsExactly("accepted", "refused", "accepted");
        assertThat(pointers(verdicts.get(1).path("problem"))).containsExactly("/1/data/partySize");
        Waiting.until(
                "the good ones are counted",
                Duration.ofSeconds(30),
                () -> assertThat(Counters.of(own, own.today())).containsEntry("walkIns", 2L));
    }

    @Test
    void refusesWhoeverHasNoGoodToken() throws GeneralSecurityException {
        String[] token = group.store().token().split("\\.");
        String forged = token[0] + "." + encoded(claims(token).replace("bad-input-1", "bad-input-2")) + "." + token[2];
        String unsigned = encoded("{\"alg\":\"none\"}") + "." + token[1] + ".";
        String signedByAnother = token[0] + "." + token[1] + "." + signature(token[0] + "." + token[1]);

        for (String bad : List.of(forged, unsigned, signedByAnother, "nonsense")) {
            expectProblem(door.post(INGEST, bad, Door.STRUCTURED, good()), 401, "unauthenticated");
        }
        assertThat(door.getWithoutToken("/api/kpis").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void everyServiceChecksTheTokenItself(Service service) {
        var past = new Door(platform.addressOf(service));
        String path = switch (service) {
            case GATEWAY -> "/api/registry/stores";
            case LEAD -> "/api/leads";
            case FOLLOWUP -> "/api/follow-ups";
            case AFTERSALES -> "/api/repair-orders";
            case KPI -> "/api/kpis";
        };
        assertThat(past.getWithoutToken(path).status()).isEqualTo(401);
        assertThat(past.get(path, "nonsense").status()).isEqualTo(401);
        assertThat(past.get(path, group.hq()).status()).isEqualTo(200);
    }

    private String good() {
        return good(group.store());
    }

    private static String good(TestStore store) {
        String id = UUID.randomUUID().toString();
        return """
                {"specversion":"1.0","id":"%s","source":"/test","type":"dianmai.fact.visit-received.v1",
                 "time":"%s","storeid":"%s",
                 "data":{"visitRef":"visit-%s","kind":"WALK_IN","partySize":2,"retained":false}}
                """.formatted(id, Instant.now(), store.storeId(), id);
    }

    private static void expectProblem(Door.Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    private static List<String> pointers(JsonNode problem) {
        return Json.list(problem.path("errors")).stream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    private static String claims(String[] token) {
        return new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8);
    }

    private static String signature(String signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(someKey());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static PrivateKey someKey() throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
