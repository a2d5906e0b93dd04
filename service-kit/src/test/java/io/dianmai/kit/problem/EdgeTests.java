package io.dianmai.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.test.TestIssuer;
import io.dianmai.kit.test.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that a caller can get wrong, over real HTTP: always a problem, never a word from inside. */
@SpringBootTest(
        classes = {EdgeApplication.class, EdgeApplication.Routes.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=edge",
            "management.server.port=0",
            "logging.structured.format.console=",
            "dianmai.personal.key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
        })
class EdgeTests {
    private static final String MANAGER = TestTokens.staff("p7", "s1", Role.SALES_MANAGER);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    Environment environment;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("dianmai.security.issuer", () -> TestTokens.issuer().issuer());
        registry.add("dianmai.security.jwk-set-uri", () -> TestTokens.issuer().jwkSetUri());
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void knowsTheViewer() throws Exception {
        var answer = get("/viewer", MANAGER);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("subject").stringValue()).isEqualTo("p7");
        assertThat(json(answer).at("/stores/storeIds/0").stringValue()).isEqualTo("s1");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void refusesWithoutATokenOrWithABadOne() throws Exception {
        var none = send(HttpRequest.newBuilder(uri("/viewer")));
        assertProblem(none, 401, "unauthenticated");
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertProblem(get("/viewer", "rubbish"), 401, "unauthenticated");
        assertProblem(get("/viewer", MANAGER.substring(0, MANAGER.length() - 4) + "AAAA"), 401, "unauthenticated");
        assertProblem(get("/nowhere", "rubbish"), 401, "unauthenticated");
    }

    @Test
    void refusesTokensThatAreOldOrForeign() throws Exception {
        JWTClaimsSet old = TestTokens.claims("p7", List.of("s1"), Role.SALES_MANAGER)
                .expirationTime(Date.from(Instant.now().minusSeconds(120)))
                .build();
        assertProblem(get("/viewer", TestTokens.issuer().sign(old)), 401, "unauthenticated");
        JWTClaimsSet foreign = TestTokens.claims("p7", List.of("s1"), Role.SALES_MANAGER)
                .issuer("https://elsewhere.example")
                .build();
        assertProblem(get("/viewer", TestTokens.issuer().sign(foreign)), 401, "unauthenticated");
        try (TestIssuer stranger = TestIssuer.start()) {
            String forged = stranger.sign(
                    TestTokens.claims("p7", List.of("*"), Role.GROUP_HQ).build());
            assertProblem(get("/viewer", forged), 401, "unauthenticated");
        }
    }

    @Test
    void hidesOtherStores() throws Exception {
        assertThat(get("/stores/s1", MANAGER).statusCode()).isEqualTo(200);
        var foreign = assertProblem(get("/stores/s2", MANAGER), 404, "not-found");
        var missing = assertProblem(get("/nowhere", MANAGER), 404, "not-found");
        assertThat(foreign.get("detail")).isEqualTo(missing.get("detail"));
    }

    @Test
    void pointsToWhatIsInvalid() throws Exception {
        var problem = assertProblem(
                post(
                        "{\"id\":\" \",\"role\":\"GROUP_HQ\",\"at\":\"2026-01-01T00:00:00Z\",\"parts\":[{\"name\":\"a\",\"count\":0}]}"),
                400,
                "invalid");
        assertThat(problem.findValuesAsString("pointer")).containsExactlyInAnyOrder("/id", "/parts/0/count");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"surplus\":1} | /surplus | not known",
                "{\"role\":\"KING\"} | /role | GROUP_HQ",
                "{\"at\":\"yesterday\"} | /at | 2026-01-31T09:30:00Z",
                "{\"parts\":[{\"count\":\"many\"}]} | /parts/0/count | number",
                "{\"parts\":[{\"name\":\"a\",\"count\":null}]} | /parts/0/count | ",
                "{\"parts\":7} | /parts | wrong type"
            })
    void saysWhichValueCannotBeRead(String body, String pointer, String detail) throws Exception {
        var problem = assertProblem(post(body), 400, "invalid");
        assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
        assertThat(problem.at("/errors/0/detail").stringValue()).contains(detail == null ? "" : detail);
    }

    @Test
    void saysWhereTheBodyIsNotJson() throws Exception {
        var problem = assertProblem(post("{\"id\": nonsense"), 400, "bad-request");
        assertThat(problem.get("detail").stringValue()).contains("line 1");
        assertProblem(post(""), 400, "bad-request");
    }

    @ParameterizedTest
    @CsvSource({
        "/search, role",
        "/search?role=KING&limit=1, role",
        "/search?role=GROUP_HQ, limit",
        "/search?role=GROUP_HQ&limit=x, limit",
        "/search?role=GROUP_HQ&limit=101, limit"
    })
    void saysWhichParameterIsWrong(String path, String parameter) throws Exception {
        var problem = assertProblem(get(path, MANAGER), 400, "invalid");
        assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/filtered?role=KING | /role | Must be one of ",
                "/filtered?day=2026-02-30 | /day | Must be a date such as 2026-01-31.",
                "/filtered?limit=x | /limit | Must be a number in range.",
                "/filtered?limit=101 | /limit | must be less than or equal to 100"
            })
    void saysWhatIsWrongWithAFilterInItsOwnWords(String path, String pointer, String detail) throws Exception {
        JsonNode error = assertProblem(get(path, MANAGER), 400, "invalid").at("/errors/0");
        assertThat(error.path("pointer").stringValue()).isEqualTo(pointer);
        assertThat(error.path("detail").stringValue()).startsWith(detail).doesNotContain("java", "io.dianmai");
    }

    @ParameterizedTest
    @CsvSource({
        "stale, 409, conflict",
        "store, 503, unavailable",
        "broker, 503, unavailable",
        "forbidden, 403, forbidden",
        "bug, 500, internal"
    })
    void saysNothingFromInsideWhenItFails(String how, int status, String type) throws Exception {
        var answer = get("/fail/" + how, MANAGER);
        var problem = assertProblem(answer, status, type);
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
        assertThat(problem.has("reference")).isEqualTo(status == 500);
    }

    @Test
    void refusesMethodsAndMediaTypesThatAreNotThere() throws Exception {
        var method = send(authorized("/viewer").DELETE());
        assertProblem(method, 405, "method-not-allowed");
        assertThat(method.headers().firstValue("Allow")).isPresent();
        var type =
                send(authorized("/orders").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("x")));
        assertProblem(type, 415, "unsupported-media-type");
    }

    @Test
    void answersForWhatFailsOutsideOfControllers() throws Exception {
        assertProblem(send(authorized("/viewer").header("X-Filter", "bug")), 500, "internal");
        var full = send(authorized("/viewer").header("X-Filter", "problem"));
        assertProblem(full, 503, "unavailable");
        assertThat(full.headers().firstValue("Retry-After")).contains("7");
        assertProblem(send(authorized("/viewer").header("X-Filter", "status")), 429, "too-many-requests");
        assertProblem(get("/error", MANAGER), 404, "not-found");
    }

    @Test
    void opensHealthAndMetricsOnTheManagementPortOnly() throws Exception {
        for (String path : List.of("/actuator/health/readiness", "/actuator/health/liveness", "/actuator/prometheus")) {
            URI there = URI.create("http://127.0.0.1:" + managementPort + path);
            assertThat(send(HttpRequest.newBuilder(there)).statusCode())
                    .as(path)
                    .isEqualTo(200);
            assertProblem(send(HttpRequest.newBuilder(uri(path))), 401, "unauthenticated");
        }
        URI env = URI.create("http://127.0.0.1:" + managementPort + "/actuator/env");
        assertThat(send(HttpRequest.newBuilder(env)).statusCode()).isIn(401, 404);
    }

    @Test
    void tagsMetricsWithTheService() throws Exception {
        URI there = URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus");
        assertThat(send(HttpRequest.newBuilder(there)).body()).contains("service=\"edge\"");
    }

    @Test
    void hasTheSharedDefaultsBelowItsOwnSettings() {
        assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("true");
        assertThat(environment.getProperty("spring.kafka.producer.acks")).isEqualTo("all");
        assertThat(environment.getProperty("management.server.port")).isEqualTo("0");
    }

    private JsonNode assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(contentType -> assertThat(contentType).startsWith("application/problem+json"));
        JsonNode problem = json(answer);
        assertThat(problem.get("type").stringValue()).isEqualTo("https://dianmai.io/problems/" + type);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).isNotBlank();
        assertThat(problem.get("detail").stringValue()).isNotBlank();
        assertThat(answer.body()).doesNotContain("secret", "Exception", "io.dianmai.kit", "springframework", "java.");
        return problem;
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(
                authorized("/orders").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", TestTokens.bearer(token)));
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", TestTokens.bearer(MANAGER));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
