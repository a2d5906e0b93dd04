package io.dianmai.kpi.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderEvent;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import io.dianmai.kpi.delivery.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a reminder on a real broker to a receiver, and what people see of it. */
@DianmaiTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "dianmai.kpi.engine.state-dir=target/engine-it/${random.uuid}",
            "dianmai.kpi.delivery.allowed-networks=127.0.0.1/32",
            "dianmai.kpi.delivery.retry-up-to=2s"
        })
class DeliveryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STORE = "delivery-it-1";
    private static final String PATH = "/api/delivery-targets";

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(204);

    private record Received(String id, String timestamp, String signatures, String body) {}

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    @Qualifier("outboxProducer")
    private Producer<String, byte[]> producer;

    private final HttpServer receiver = listen();

    private HttpServer listen() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
            server.createContext("/hook", this::receive);
            return server;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @BeforeEach
    void start() {
        receiver.start();
    }

    @AfterEach
    void stop() throws Exception {
        receiver.stop(0);
        for (JsonNode target : body(call(HttpMethod.GET, PATH, TestTokens.hq(), null))) {
            call(HttpMethod.DELETE, PATH + "/" + target.path("id").asString(), TestTokens.hq(), null);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(answer.get(), -1);
        exchange.close();
    }

    @Test
    void aReminderReachesAReceiverSignedAndIsListed() throws Exception {
        JsonNode made = body(create(target("store:" + STORE, "")));
        String secret = made.path("secret").asString();
        Envelope<ReminderEvent> fired = fire(DeadlineKind.FOLLOW_UP, null);
        fire(DeadlineKind.FOLLOW_UP, "some-digest");
        Envelope<ReminderEvent> second = fire(DeadlineKind.LEAD_IDLE, null);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(received).extracting(Received::id).containsExactly(fired.id(), second.id()));
        Received first = received.getFirst();
        assertThat(first.signatures()).isEqualTo(signature(secret, first));
        JsonNode event = JSON.readTree(first.body());
        assertThat(event.path("type").asString()).isEqualTo("dianmai.reminder.fired.v1");
        assertThat(event.path("data").path("kind").asString()).isEqualTo("FOLLOW_UP");

        String list = "/api/deliveries?store=" + STORE + "&state=delivered&target="
                + made.path("id").asString();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(items(list, TestTokens.hq())).hasSize(2));
        JsonNode newest = items(list + "&limit=1", TestTokens.hq()).get(0);
        assertThat(newest.path("noticeId").asString()).isEqualTo(second.id());
        assertThat(newest.path("attempts").path(0).path("status").asInt()).isEqualTo(204);
        String next = body(call(HttpMethod.GET, list + "&limit=1", TestTokens.hq(), null))
                .path("next")
                .asString();
        assertThat(items(list + "&limit=1&cursor=" + next, TestTokens.hq())).hasSize(1);
        String manager = TestTokens.staff("G1", STORE, Role.GENERAL_MANAGER);
        assertThat(items(list, manager)).hasSize(2);
        assertThat(items("/api/deliveries", TestTokens.staff("G2", "delivery-it-2", Role.GENERAL_MANAGER)))
                .isEmpty();
    }

    @Test
    void aFormerSecretSignsBesideTheNewOne() throws Exception {
        JsonNode made = body(create(target("store:" + STORE, "")));
        String path = PATH + "/" + made.path("id").asString();
        JsonNode rotated = body(call(HttpMethod.POST, path + "/secret", TestTokens.hq(), null));
        assertThat(rotated.path("secrets").asInt()).isEqualTo(1);
        assertThat(body(call(HttpMethod.GET, path, TestTokens.hq(), null))
                        .path("secrets")
                        .asInt())
                .isEqualTo(2);

        JsonNode tested = body(call(HttpMethod.POST, path + "/test", TestTokens.hq(), null));
        assertThat(tested.path("outcome").asString()).isEqualTo("delivered");
        Received one = received.getFirst();
        assertThat(one.signatures())
                .isEqualTo(signature(rotated.path("secret").asString(), one) + " "
                        + signature(made.path("secret").asString(), one));
        assertThat(JSON.readTree(one.body()).path("source").asString()).isEqualTo("/kpi-service/test");
    }

    @Test
    void aReceiverThatIsGoneIsOffUntilItIsResumed() throws Exception {
        answer.set(410);
        String id = body(create(target("store:" + STORE, ""))).path("id").asString();
        fire(DeadlineKind.FOLLOW_UP, null);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(state(id).path("on").asBoolean(true)).isFalse());
        assertThat(state(id).path("waiting").asInt()).isEqualTo(1);

        answer.set(200);
        call(HttpMethod.POST, PATH + "/" + id + "/resume", TestTokens.hq(), null);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(state(id).path("waiting").asInt(-1)).isZero());
    }

    @Test
    void changesNameTheirVersionAndSecretsAreKeptOutOfSight() throws Exception {
        MvcTestResult made = create(target("group", ",\"quietHours\":{\"from\":\"22:00\",\"to\":\"07:00\"}"));
        assertThat(made).hasStatus(HttpStatus.CREATED).hasHeader("ETag", "\"1\"");
        String id = body(made).path("id").asString();
        String secret = body(made).path("secret").asString();
        String changed = target("brand:B1", ",\"kinds\":[\"LEAD_IDLE\"]");

        assertThat(call(HttpMethod.PUT, PATH + "/" + id, TestTokens.hq(), changed))
                .hasStatus(HttpStatus.PRECONDITION_REQUIRED);
        assertThat(put(id, "\"7\"", changed)).hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(put(id, "\"1\"", changed)).hasStatusOk().hasHeader("ETag", "\"2\"");
        assertThat(put(id, "\"1\"", changed)).hasStatus(HttpStatus.PRECONDITION_FAILED);

        String shown = new String(
                call(HttpMethod.GET, PATH, TestTokens.hq(), null).getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
        assertThat(shown).contains("/hook?…").doesNotContain("token=geheim", secret);
        String kept = mongo.getCollection("delivery_targets")
                .find()
                .into(new ArrayList<>())
                .toString();
        assertThat(kept).contains(id).doesNotContain("geheim", secret, "127.0.0.1");
    }

    @Test
    void onlyHeadquartersSays() throws Exception {
        String director = TestTokens.person("D1", List.of("*"), Role.BRAND_DIRECTOR);
        String operations = TestTokens.person("O1", List.of("*"), Role.OPERATIONS);
        String id = body(create(target("group", ""))).path("id").asString();
        for (String path : List.of(PATH, PATH + "/" + id)) {
            assertThat(call(HttpMethod.GET, path, director, null)).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(call(HttpMethod.GET, path, operations, null)).hasStatusOk();
        }
        assertThat(call(HttpMethod.POST, PATH, operations, target("group", ""))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(call(HttpMethod.PUT, PATH + "/" + id, operations, target("group", "")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(call(HttpMethod.DELETE, PATH + "/" + id, operations, null)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(call(HttpMethod.POST, PATH + "/" + id + "/secret", operations, null))
                .hasStatus(HttpStatus.FORBIDDEN);
        for (String act : List.of("/test", "/resume")) {
            assertThat(call(HttpMethod.POST, PATH + "/" + id + act, director, null))
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        String consultant = TestTokens.staff("C1", STORE, Role.SALES_CONSULTANT);
        assertThat(call(HttpMethod.GET, "/api/deliveries", consultant, null)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(call(HttpMethod.POST, "/api/deliveries/x/resend", director, null))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(call(
                        HttpMethod.GET,
                        "/api/deliveries?store=elsewhere",
                        TestTokens.staff("G1", STORE, Role.GENERAL_MANAGER),
                        null))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void badTargetsGetTheirOwnProblems() throws Exception {
        assertProblem(create(target("planet", "")), "invalid", "/scope");
        assertProblem(create("{\"name\":\"x\",\"channel\":\"WEBHOOK\",\"scope\":\"group\"}"), "invalid", "/address");
        assertProblem(create(at("https://169.254.169.254/")), "delivery-address-forbidden", "/address");
        assertProblem(create(at("http://93.184.216.34/")), "delivery-address-forbidden", "/address");
        assertProblem(create(at("https://a:b@example.com/")), "delivery-address-invalid", "/address");
        assertProblem(create(target("group", ",\"secret\":\"x\"")), "webhook-secret-invalid", "/secret");
        assertProblem(
                create(target("group", ",\"quietHours\":{\"from\":\"22:00\",\"to\":\"22:00\"}")),
                "invalid",
                "/quietHours/to");
        assertProblem(
                create(target("group", ",\"quietHours\":{\"from\":\"22:00\",\"to\":\"07:00\",\"zone\":\"Mars\"}")),
                "invalid",
                "/quietHours/zone");
        assertThat(call(HttpMethod.GET, "/api/deliveries?state=lost", TestTokens.hq(), null))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(call(HttpMethod.GET, "/api/deliveries/nothing", TestTokens.hq(), null))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(call(HttpMethod.POST, PATH + "/nobody/resume", TestTokens.hq(), null))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private Envelope<ReminderEvent> fire(DeadlineKind kind, @Nullable String digestId) throws Exception {
        ReminderFired fired = Samples.fired(kind, digestId);
        Instant now = Instant.now();
        var event = new Envelope<ReminderEvent>(
                AggregateIds.next(), URI.create("/test"), "D-" + kind, now, STORE, 1, now, null, fired);
        producer.send(EventCodec.toRecord(event)).get();
        return event;
    }

    private String target(String scope, String more) {
        return "{\"name\":\"x\",\"channel\":\"WEBHOOK\",\"scope\":\"%s\",\"address\":\"http://127.0.0.1:%d/hook?token=geheim\"%s}"
                .formatted(scope, receiver.getAddress().getPort(), more);
    }

    private static String at(String address) {
        return "{\"name\":\"x\",\"channel\":\"WEBHOOK\",\"scope\":\"group\",\"address\":\"" + address + "\"}";
    }

    private MvcTestResult create(String json) {
        return call(HttpMethod.POST, PATH, TestTokens.hq(), json);
    }

    private MvcTestResult put(String id, String version, String json) {
        return mvc.put()
                .uri(PATH + "/" + id)
                .header("Authorization", TestTokens.bearer(TestTokens.hq()))
                .header("If-Match", version)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private JsonNode state(String id) throws Exception {
        return body(call(HttpMethod.GET, PATH + "/" + id, TestTokens.hq(), null))
                .path("state");
    }

    private JsonNode items(String uri, String token) throws Exception {
        return body(call(HttpMethod.GET, uri, token, null)).path("items");
    }

    private MvcTestResult call(HttpMethod method, String uri, String token, @Nullable String json) {
        var request = mvc.method(method).uri(uri).header("Authorization", TestTokens.bearer(token));
        return (json == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).content(json))
                .exchange();
    }

    private static JsonNode body(MvcTestResult result) throws Exception {
        return JSON.readTree(result.getResponse().getContentAsByteArray());
    }

    private static void assertProblem(MvcTestResult result, String slug, String pointer) throws Exception {
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(body(result).path("type").asString()).endsWith("/" + slug);
        assertThat(body(result).path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    private static String signature(String secret, Received request) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String content = request.id() + "." + request.timestamp() + "." + request.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }
}
