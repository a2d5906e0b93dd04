package io.dianmai.kpi.ladder.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.audit.AuditRecorded;
import io.dianmai.contracts.audit.AuditRecorded.Outcome;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import io.dianmai.kit.test.TopicReader;
import io.dianmai.kpi.History;
import io.dianmai.kpi.ladder.LadderBook;
import io.dianmai.kpi.ladder.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ladders over HTTP, for a store that the registry has published. */
@DianmaiTest
@TestPropertySource(properties = "dianmai.kpi.engine.state-dir=target/engine-it/${random.uuid}")
class LaddersIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STORE = "ladders-it-1";
    private static final String SCOPE = "store:" + STORE;
    private static final String PATH = "/api/ladders/POOL_REVISIT";
    private static final String RUNGS =
            "\"clock\":{\"after\":[\"P5D\"]},\"rungs\":[{\"offset\":\"PT0S\",\"audience\":[\"GENERAL_MANAGER\"]}]";
    private static final String MANAGER = TestTokens.person("M1", List.of(STORE), Role.SALES_MANAGER);
    private static final String ELSEWHERE = TestTokens.person("M2", List.of("ladders-it-9"), Role.SALES_MANAGER);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private LadderBook book;

    @Autowired
    @Qualifier("outboxProducer")
    private Producer<String, byte[]> producer;

    @BeforeEach
    void publish() throws Exception {
        var store = History.of(STORE, STORE)
                .then(Instant.parse("2026-03-10T04:00:00Z"), History.published(STORE, "Asia/Shanghai"));
        producer.send(EventCodec.toRecord(store.events().getFirst())).get();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(get("/api/ladders?store=" + STORE, MANAGER)).hasStatusOk());
    }

    @AfterEach
    void end() {
        call(HttpMethod.DELETE, PATH + "?scope=" + SCOPE, null, null, TestTokens.hq());
    }

    @Test
    void aLadderIsPutHoldsAtOnceAndIsTakenBack() throws Exception {
        int revision = revision();
        String before = '"' + Integer.toString(revision) + '"';
        MvcTestResult put = put(RUNGS, before, TestTokens.hq());
        assertThat(put).hasStatusOk().hasHeader("ETag", "\"" + (revision + 1) + "\"");
        assertThat(put(RUNGS.replace("P5D", "P6D"), before, TestTokens.hq())).hasStatus(HttpStatus.PRECONDITION_FAILED);

        JsonNode view = body(get(PATH + "?scope=" + SCOPE, MANAGER));
        assertThat(view.path("inForce").path("ladder").path("clock").toString()).isEqualTo("{\"after\":[\"P5D\"]}");
        assertThat(view.path("changes").path(0).path("by").asString()).isEqualTo("hq");
        assertThat(after()).isEqualTo("P5D");
        assertThat(book.current()
                        .of(
                                DeadlineKind.POOL_REVISIT,
                                Place.unknown(STORE),
                                Instant.now().plusSeconds(60))
                        .clock()
                        .after())
                .containsExactly(Duration.ofDays(5));

        String later = Instant.now().plusSeconds(86_400).toString();
        assertThat(put(RUNGS.replace("P5D", "P6D") + ",\"effectiveFrom\":\"" + later + "\"", null, TestTokens.hq()))
                .hasStatusOk();
        assertProblem(
                put(RUNGS.replace("P5D", "P7D") + ",\"effectiveFrom\":\"" + later + "\"", null, TestTokens.hq()),
                HttpStatus.CONFLICT,
                "ladder-date-taken");
        assertThat(delete("&effectiveFrom=" + later)).hasStatusOk();
        assertThat(delete("&effectiveFrom=" + later)).hasStatus(HttpStatus.NOT_FOUND);
        assertProblem(
                delete("&effectiveFrom="
                        + view.path("inForce")
                                .path("ladder")
                                .path("effectiveFrom")
                                .asString()),
                HttpStatus.CONFLICT,
                "ladder-begun");

        assertThat(delete("")).hasStatusOk();
        assertThat(after()).isEqualTo("P10D");
        assertThat(delete("")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void everyChangeIsOnItsWayToTheAuditLog() {
        assertThat(put(RUNGS, null, TestTokens.hq())).hasStatusOk();
        assertThat(put(RUNGS, "\"999\"", TestTokens.hq())).hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(put(RUNGS, null, MANAGER)).hasStatus(HttpStatus.FORBIDDEN);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(audited())
                        .extracting(AuditRecorded::outcome)
                        .contains(Outcome.DONE, Outcome.REFUSED));
        assertThat(audited()).allSatisfy(entry -> {
            assertThat(entry.service()).isEqualTo("kpi-service");
            assertThat(entry.actor().subject()).isEqualTo("hq");
        });
    }

    private static List<AuditRecorded> audited() {
        return TopicReader.read(Topics.AUDIT_LOG, AuditRecorded.GROUP).stream()
                .map(record -> (AuditRecorded)
                        EventCodec.fromRecord(record.headers(), record.value()).data())
                .filter(entry -> entry.kind().equals("ladder.changed"))
                .filter(entry -> ("POOL_REVISIT/" + SCOPE).equals(entry.objectId()))
                .toList();
    }

    @Test
    void whatIsShownCanBeSentBack() throws Exception {
        JsonNode all = body(get("/api/ladders?store=" + STORE, MANAGER)).path("ladders");
        assertThat(all).hasSize(DeadlineKind.values().length);
        for (JsonNode shown : all) {
            var ladder = shown.path("ladder")
                    .asObject()
                    .put("scope", "store:nowhere")
                    .put("effectiveFrom", Instant.now().toString());
            MvcTestResult answer = call(
                    HttpMethod.PUT,
                    "/api/ladders/" + ladder.path("kind").asString(),
                    ladder.toString(),
                    null,
                    TestTokens.hq());
            assertProblem(answer, HttpStatus.BAD_REQUEST, "unknown-scope");
            assertThat(body(answer).path("errors")).hasSize(1);
        }
    }

    @Test
    void headquartersWritesAndManagersReadWhatTheySee() throws Exception {
        assertThat(put(RUNGS, null, MANAGER)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(call(HttpMethod.DELETE, PATH + "?scope=" + SCOPE, null, null, MANAGER))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(put(RUNGS, null, TestTokens.hq())).hasStatusOk();

        String consultant = TestTokens.staff("C1", STORE, Role.SALES_CONSULTANT);
        assertThat(get("/api/ladders", consultant)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get(PATH, consultant)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get("/api/ladders?store=" + STORE, ELSEWHERE)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(PATH + "?scope=" + SCOPE, ELSEWHERE)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/api/ladders", ELSEWHERE)).bodyText().doesNotContain(SCOPE);
        assertThat(get("/api/ladders", MANAGER)).bodyText().contains(SCOPE);
        assertThat(get(PATH + "?scope=store:unsaid", TestTokens.hq())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void eachRefusalHasItsOwnProblemAndPointsAtWhatIsWrong() throws Exception {
        String hq = TestTokens.hq();
        assertPointer(
                put("\"rungs\":[]," + "\"clock\":{\"after\":[\"P5D\"]}", null, hq), "ladder-without-rungs", "/rungs");
        assertPointer(put(RUNGS.replace("PT0S", "P3652500D"), null, hq), "offset-too-far", "/rungs/0/offset");
        assertPointer(put(RUNGS.replace("GENERAL_MANAGER", "BOSS"), null, hq), "unknown-role", "/rungs/0/audience/0");
        assertPointer(
                put(RUNGS + ",\"effectiveFrom\":\"9999-01-01T00:00:00Z\"", null, hq),
                "unfit-effective-date",
                "/effectiveFrom");
        assertPointer(put(RUNGS + ",\"volume\":11", null, hq), "invalid", "/volume");
        assertPointer(
                put(RUNGS.replace("\"offset\"", "\"colour\":1,\"offset\""), null, hq), "invalid", "/rungs/0/colour");
        assertPointer(put(RUNGS, "yesterday", hq), "invalid", "If-Match");
        assertPointer(get(PATH + "?scope=moon", hq), "invalid", "scope");
        assertPointer(get("/api/ladders/BIRTHDAY", hq), "invalid", "kind");
        assertPointer(get("/api/ladders?at=then", hq), "invalid", "at");
    }

    private int revision() throws Exception {
        MvcTestResult answer = get(PATH + "?scope=" + SCOPE, TestTokens.hq());
        return answer.getResponse().getStatus() == HttpStatus.NOT_FOUND.value()
                ? 0
                : body(answer).path("revision").asInt();
    }

    private String after() throws Exception {
        for (JsonNode shown : body(get("/api/ladders?store=" + STORE, MANAGER)).path("ladders")) {
            if (shown.path("ladder").path("kind").asString().equals("POOL_REVISIT")) {
                return shown.path("ladder").path("clock").path("after").path(0).asString();
            }
        }
        throw new AssertionError("the kind is missing");
    }

    private MvcTestResult put(String more, @Nullable String ifMatch, String token) {
        return call(HttpMethod.PUT, PATH, "{\"scope\":\"" + SCOPE + "\"," + more + "}", ifMatch, token);
    }

    private MvcTestResult delete(String more) {
        return call(HttpMethod.DELETE, PATH + "?scope=" + SCOPE + more, null, null, TestTokens.hq());
    }

    private MvcTestResult get(String uri, String token) {
        return call(HttpMethod.GET, uri, null, null, token);
    }

    private MvcTestResult call(
            HttpMethod method, String uri, @Nullable String body, @Nullable String ifMatch, String token) {
        var request = mvc.method(method).uri(uri).header("Authorization", TestTokens.bearer(token));
        if (ifMatch != null) {
            request = request.header("If-Match", ifMatch);
        }
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private static void assertProblem(MvcTestResult answer, HttpStatus status, String slug) throws Exception {
        assertThat(answer).hasStatus(status);
        assertThat(body(answer).path("type").asString()).endsWith("/" + slug);
    }

    private static void assertPointer(MvcTestResult answer, String slug, String pointer) throws Exception {
        assertProblem(answer, HttpStatus.BAD_REQUEST, slug);
        assertThat(body(answer).path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    private static JsonNode body(MvcTestResult answer) throws Exception {
        return JSON.readTree(answer.getResponse().getContentAsByteArray());
    }
}
