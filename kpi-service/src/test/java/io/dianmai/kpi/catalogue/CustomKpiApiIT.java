package io.dianmai.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Headquarters makes KPIs of its own. The settings are those of the other integration test, for one context. */
@DianmaiTest
@TestPropertySource(properties = "dianmai.kpi.engine.state-dir=target/engine-it/${random.uuid}")
class CustomKpiApiIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FULL = """
            {"code": "cost-per-visit", "nameZh": "每次到店成本", "nameEn": "Cost per visit", "area": "after-sales",
             "kind": "ratio", "numerator": "(repairDirectCost + careRevenue*0.5)", "denominator": "shopVisits + 0",
             "unit": "yuan", "better": "lower", "targets": {"mid": "80", "premium": "120..150"}, "period": "day",
             "note": "for the spring review"}""";
    private static final String SHORT = """
            {"code": "cost-per-visit", "nameZh": "简", "numerator": "calls", "unit": "count", "target": "7"}""";

    @Autowired
    private MockMvcTester mvc;

    @AfterEach
    void delete() {
        call(HttpMethod.DELETE, "/api/kpis/cost-per-visit", null, TestTokens.hq(), Map.of());
    }

    @Test
    void isThereAtOnceAndSaysWhereItsNumbersComeFrom() throws Exception {
        MvcTestResult created = post(FULL, Map.of());

        assertThat(created)
                .hasStatus(HttpStatus.CREATED)
                .headers()
                .hasValue("Location", "/api/kpis/cost-per-visit")
                .hasValue("ETag", "\"1\"");
        assertThat(codes()).contains("cost-per-visit").hasSize(96);
        JsonNode kpi = body(get("/api/kpis/cost-per-visit", TestTokens.staff("A1", "S1", Role.SALES_CONSULTANT)));
        assertThat(kpi.path("custom").asBoolean()).isTrue();
        assertThat(kpi.path("createdBy").asString()).isEqualTo("hq");
        assertThat(kpi.path("denominator").asString()).isEqualTo("shopVisits + 0");
        assertThat(kpi.path("targets").path("premium").asString()).isEqualTo("120..150");
        JsonNode figure = kpi.path("figures").path(0);
        assertThat(figure.path("name").asString()).isEqualTo("repairDirectCost");
        assertThat(figure.path("unit").asString()).isEqualTo("fen");
        assertThat(figure.path("kind").asString()).isEqualTo("flow");
        assertThat(figure.path("fedBy").toString())
                .isEqualTo(
                        "[\"dianmai.aftersales.repair-order-settled.v1\",\"dianmai.aftersales.settlement-reversed.v1\"]");
        JsonNode value = body(get("/api/kpis/values?scope=group&period=2026-03&kpi=cost-per-visit", TestTokens.hq()))
                .path("values")
                .path(0);
        assertThat(value.path("unit").asString()).isEqualTo("yuan");
        assertThat(value.has("value")).isTrue();
    }

    @Test
    void mostCanBeLeftOut() throws Exception {
        JsonNode kpi = body(post(SHORT, Map.of()));

        assertThat(kpi.path("kind").asString()).isEqualTo("count");
        assertThat(kpi.path("nameEn").asString()).isEqualTo("简");
        assertThat(kpi.path("better").asString()).isEqualTo("higher");
        assertThat(kpi.path("period").asString()).isEqualTo("month");
        assertThat(kpi.path("targets").path("all").asString()).isEqualTo("7");
    }

    @Test
    void aDryRunAnswersTheCheckOnly() throws Exception {
        assertThat(call(HttpMethod.POST, "/api/kpis?dry-run=true", FULL, TestTokens.hq(), Map.of()))
                .hasStatusOk();
        assertThat(codes()).doesNotContain("cost-per-visit");
        assertThat(get("/api/kpis/cost-per-visit", TestTokens.hq())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aRepeatedRequestFindsWhatItMadeAndAnotherFindsTheCodeTaken() throws Exception {
        assertThat(post(FULL, Map.of("Idempotency-Key", "k1"))).hasStatus(HttpStatus.CREATED);

        assertThat(post(FULL, Map.of("Idempotency-Key", "k1"))).hasStatus(HttpStatus.CREATED);
        assertProblem(post(FULL, Map.of("Idempotency-Key", "k2")), HttpStatus.CONFLICT, "kpi-code-taken");
        assertProblem(post(FULL, Map.of()), HttpStatus.CONFLICT, "kpi-code-taken");
        assertProblem(
                post(FULL.replace("cost-per-visit", "close-rate"), Map.of()), HttpStatus.CONFLICT, "kpi-code-taken");
        assertProblem(post(FULL.replace("cost-per-visit", "values"), Map.of()), HttpStatus.CONFLICT, "kpi-code-taken");
        assertProblem(post(FULL.replace("cost-per-visit", "other"), Map.of()), HttpStatus.CONFLICT, "kpi-name-taken");
    }

    @Test
    void aChangeNamesTheVersionThatItChanges() throws Exception {
        post(FULL, Map.of());
        String changed = SHORT.replace("\"code\": \"cost-per-visit\",", "");

        assertProblem(put(changed, Map.of()), HttpStatus.PRECONDITION_REQUIRED, "version-needed");
        assertProblem(put(changed, Map.of("If-Match", "\"2\"")), HttpStatus.PRECONDITION_FAILED, "stale-version");
        assertProblem(
                put(FULL.replace("cost-per", "price-per"), Map.of("If-Match", "\"1\"")),
                HttpStatus.BAD_REQUEST,
                "invalid");
        assertThat(put(changed, Map.of("If-Match", "\"1\"")))
                .hasStatusOk()
                .headers()
                .hasValue("ETag", "\"2\"");
        assertThat(body(get("/api/kpis/cost-per-visit", TestTokens.hq()))
                        .path("numerator")
                        .asString())
                .isEqualTo("calls");
        assertProblem(
                call(HttpMethod.DELETE, "/api/kpis/cost-per-visit", null, TestTokens.hq(), Map.of("If-Match", "\"1\"")),
                HttpStatus.PRECONDITION_FAILED,
                "stale-version");
        assertThat(call(
                        HttpMethod.DELETE,
                        "/api/kpis/cost-per-visit",
                        null,
                        TestTokens.hq(),
                        Map.of("If-Match", "\"2\"")))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(codes()).hasSize(95);
    }

    @Test
    void theFilesOwnKpisStayAndOthersAreNotThere() throws Exception {
        assertProblem(
                call(HttpMethod.DELETE, "/api/kpis/close-rate", null, TestTokens.hq(), Map.of()),
                HttpStatus.CONFLICT,
                "kpi-shipped");
        assertProblem(
                call(HttpMethod.PUT, "/api/kpis/close-rate", SHORT, TestTokens.hq(), Map.of("If-Match", "\"1\"")),
                HttpStatus.CONFLICT,
                "kpi-shipped");
        assertThat(put(SHORT, Map.of("If-Match", "\"1\""))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(body(get("/api/kpis/nps", TestTokens.hq()))
                        .path("waitsFor")
                        .path("promoters")
                        .asString())
                .isEqualTo("dianmai.aftersales.survey-answered.v1");
        assertThat(body(get("/api/kpis/counters", TestTokens.hq())).size()).isGreaterThan(110);
    }

    @Test
    void isForHeadquartersOnly() {
        String manager = TestTokens.staff("M1", "S1", Role.GENERAL_MANAGER, Role.BRAND_DIRECTOR, Role.OPERATIONS);

        for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.DELETE)) {
            assertThat(call(method, "/api/kpis/cost-per-visit", SHORT, manager, Map.of()))
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(call(HttpMethod.POST, "/api/kpis", SHORT, manager, Map.of())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(call(HttpMethod.POST, "/api/kpis", SHORT, null, Map.of())).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void mistakesInFormulasAreShownWhereTheyAre() throws Exception {
        JsonNode invalid = assertProblem(
                post(with("numerator", "orders**2"), Map.of()), HttpStatus.BAD_REQUEST, "formula-invalid");
        assertThat(invalid.path("errors").size()).isEqualTo(1);
        JsonNode error = invalid.path("errors").path(0);
        assertThat(error.path("pointer").asString()).isEqualTo("/numerator");
        assertThat(error.path("position").path("start").asInt()).isEqualTo(7);
        assertThat(error.path("position").path("end").asInt()).isEqualTo(8);
        assertThat(error.path("detail").asString()).isEqualTo("A name, a number or ( is needed before *.");
        JsonNode unknown = assertProblem(
                post(with("numerator", "luck + orders - pluck"), Map.of()), HttpStatus.BAD_REQUEST, "unknown-counter");
        assertThat(unknown.path("errors").size()).isEqualTo(2);
        assertThat(unknown.path("errors").path(1).path("position").path("start").asInt())
                .isEqualTo(16);
        assertProblem(
                post(with("numerator", "orders/(2-2)"), Map.of()), HttpStatus.BAD_REQUEST, "formula-divides-by-zero");
        assertProblem(post(with("denominator", "0"), Map.of()), HttpStatus.BAD_REQUEST, "formula-divides-by-zero");
        JsonNode waits = assertProblem(
                post(with("denominator", "calls+members"), Map.of()), HttpStatus.BAD_REQUEST, "kpi-waits");
        assertThat(waits.path("errors").path(0).path("detail").asString())
                .isEqualTo("members waits for the event dianmai.aftersales.membership-changed.v1.");
        assertProblem(
                post(with("numerator", "1+".repeat(40_000) + "1"), Map.of()),
                HttpStatus.BAD_REQUEST,
                "formula-invalid");
    }

    @Test
    void otherMistakesAreToldAllAtOnce() throws Exception {
        JsonNode problem = assertProblem(
                post(
                        "{\"code\": \"Bad Code\", \"unit\": \"parsec\", \"numerator\": \"orders\", \"targets\": {\"all\": \"x\"}}",
                        Map.of()),
                HttpStatus.BAD_REQUEST,
                "invalid");

        assertThat(StreamSupport.stream(problem.path("errors").spliterator(), false)
                        .map(error -> error.path("pointer").asString()))
                .containsExactlyInAnyOrder("/code", "/nameZh", "/nameEn", "/unit", "/targets/all");
        assertProblem(post("{\"luck\": 1}", Map.of()), HttpStatus.BAD_REQUEST, "invalid");
        assertProblem(post("{{", Map.of()), HttpStatus.BAD_REQUEST, "bad-request");
        assertProblem(post(with("kind", "gauge-ratio"), Map.of()), HttpStatus.BAD_REQUEST, "invalid");
    }

    private static String with(String field, String value) {
        return JSON.readTree(FULL) instanceof ObjectNode object
                ? object.put(field, value).toString()
                : "";
    }

    private List<String> codes() throws Exception {
        return StreamSupport.stream(body(get("/api/kpis", TestTokens.hq())).spliterator(), false)
                .map(kpi -> kpi.path("code").asString())
                .toList();
    }

    private JsonNode assertProblem(MvcTestResult result, HttpStatus status, String slug) throws Exception {
        assertThat(result).hasStatus(status);
        JsonNode problem = body(result);
        assertThat(problem.path("type").asString()).endsWith("/" + slug);
        return problem;
    }

    private MvcTestResult get(String uri, String token) {
        return call(HttpMethod.GET, uri, null, token, Map.of());
    }

    private MvcTestResult post(String body, Map<String, String> headers) {
        return call(HttpMethod.POST, "/api/kpis", body, TestTokens.hq(), headers);
    }

    private MvcTestResult put(String body, Map<String, String> headers) {
        return call(HttpMethod.PUT, "/api/kpis/cost-per-visit", body, TestTokens.hq(), headers);
    }

    private MvcTestResult call(
            HttpMethod method, String uri, @Nullable String body, @Nullable String token, Map<String, String> headers) {
        var request = mvc.method(method).uri(uri);
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", TestTokens.bearer(token));
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return request.exchange();
    }

    private static JsonNode body(MvcTestResult result) throws Exception {
        return JSON.readTree(result.getResponse().getContentAsByteArray());
    }
}
