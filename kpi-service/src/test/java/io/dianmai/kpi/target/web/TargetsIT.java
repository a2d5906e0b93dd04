package io.dianmai.kpi.target.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import io.dianmai.kpi.History;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans over HTTP, for stores that the registry has published. */
@DianmaiTest
@TestPropertySource(properties = "dianmai.kpi.engine.state-dir=target/engine-it/${random.uuid}")
class TargetsIT {
    private static final Instant START = Instant.parse("2026-03-10T04:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STORE = "targets-it-1";
    private static final String DIRECTOR = TestTokens.person("D1", List.of(STORE), Role.BRAND_DIRECTOR);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    @Qualifier("outboxProducer")
    private Producer<String, byte[]> producer;

    @BeforeEach
    void publish() throws Exception {
        var store = History.of(STORE, STORE).then(START, History.published(STORE, "Asia/Shanghai"));
        producer.send(EventCodec.toRecord(store.events().getFirst())).get();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(get("/api/targets?storeId=" + STORE + "&year=2026", DIRECTOR))
                        .hasStatusOk());
    }

    @Test
    void aPlanIsMadeChangedReadAndTakenBack() throws Exception {
        MvcTestResult made = put(plan("orders", "\"total\":3650"), "\"0\"", DIRECTOR);
        assertThat(made).hasStatusOk().hasHeader("ETag", "\"1\"");
        assertThat(put(plan("orders", "\"total\":7300,\"effectiveFrom\":\"2026-07-01\""), "\"0\"", DIRECTOR))
                .hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(put(plan("orders", "\"total\":7300,\"effectiveFrom\":\"2026-07-01\""), "\"1\"", DIRECTOR))
                .hasStatusOk();

        JsonNode plan = body(get("/api/targets?storeId=" + STORE + "&year=2026&what=orders", DIRECTOR))
                .path(0);
        assertThat(plan.path("revision").asInt()).isEqualTo(2);
        assertThat(plan.path("unit").asString()).isEqualTo("count");
        assertThat(plan.path("versions").path(0).path("months").path(0).asInt()).isEqualTo(310);
        assertThat(plan.path("versions").path(0).path("by").asString()).isEqualTo("D1");

        assertThat(target("orders", "2026-06")).isEqualByComparingTo("300");
        assertThat(target("orders", "2026-Q3")).isEqualByComparingTo("1840");
        assertThat(target("orders", "2026-07-T1")).isEqualByComparingTo("200");

        assertThat(call(HttpMethod.DELETE, "/api/targets?storeId=" + STORE + "&year=2026&what=orders", DIRECTOR))
                .hasStatusOk();
        assertThat(body(get(pace("orders", "2026-06"), DIRECTOR)).has("target")).isFalse();
    }

    @Test
    void moneyIsTypedAndShownInYuan() throws Exception {
        put(plan("repairRevenue", "\"total\":365000.5"), null, DIRECTOR);

        assertThat(target("repairRevenue", "2026")).isEqualByComparingTo("365000.5");
        JsonNode year = body(get(pace("repairRevenue", "2020"), DIRECTOR));
        assertThat(year.path("workingDaysElapsed").asInt()).isEqualTo(366);
    }

    @Test
    void managersPlanForTheirPeopleAndOthersNotAtAll() throws Exception {
        String manager = TestTokens.staff("G1", STORE, Role.GENERAL_MANAGER);
        String consultant = TestTokens.staff("C1", STORE, Role.SALES_CONSULTANT);
        String elsewhere = TestTokens.person("D2", List.of("targets-it-9"), Role.BRAND_DIRECTOR);
        String store = plan("calls", "\"total\":1");

        assertThat(put(store, null, manager)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(put(plan("calls", "\"total\":1,\"owner\":\"advisor:nobody\""), null, manager))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(put(store, null, consultant)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(put(store, null, elsewhere)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/api/targets?storeId=" + STORE + "&year=2026", elsewhere))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(pace("calls", "2026"), elsewhere)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(call(HttpMethod.DELETE, "/api/targets?storeId=" + STORE + "&year=2026&what=calls", elsewhere))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(call(HttpMethod.DELETE, "/api/targets?storeId=" + STORE + "&year=2026&what=calls", manager))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(importCsv("store,what,year,total\n" + STORE + ",calls,2026,1\n", consultant))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(put(plan("targets-it-8", "calls", "\"total\":1"), null, TestTokens.hq()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void badPlansPointAtWhatIsWrong() throws Exception {
        assertPointer(put(plan("luck", "\"total\":1"), null, DIRECTOR), "/what");
        assertPointer(put(plan("orders", "\"total\":-1"), null, DIRECTOR), "/total");
        assertPointer(put(plan("orders", "\"months\":[1,2,\"x\",4,5,6,7,8,9,10,11,12]"), null, DIRECTOR), "/months/2");
        assertPointer(put(plan("orders", "\"months\":[1,2,-3,4,5,6,7,8,9,10,11,12]"), null, DIRECTOR), "/months/2");
        assertPointer(put(plan("orders", "\"total\":1e99"), null, DIRECTOR), "/total");
        assertPointer(
                put("{\"storeId\":\"" + STORE + "\",\"what\":\"orders\",\"year\":1999}", null, DIRECTOR), "/year");
        assertPointer(put("{\"storeId\":\"" + STORE + "\",\"what\":\"orders\"}", null, DIRECTOR), "/year");
        assertPointer(put(plan("orders", "\"total\":1"), "yesterday", DIRECTOR), "If-Match");
        assertPointer(get("/api/targets?storeId=" + STORE + "&year=9999", DIRECTOR), "year");
        assertPointer(get("/api/targets?storeId=" + STORE + "&year=2026&what=luck", DIRECTOR), "what");
        assertPointer(get(pace("orders", "2026-W54"), DIRECTOR), "period");
        assertPointer(get(pace("luck", "2026"), DIRECTOR), "what");
        assertThat(put(plan("orders", "\"total\":NaN"), null, DIRECTOR)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void filesComeAsBodyAndAsForm() throws Exception {
        String csv = "门店,指标,年度,全年\n" + STORE + ",walkIns,2026,365\n" + STORE + ",luck,2026,1\n";

        JsonNode tried = body(mvc.post()
                .uri("/api/targets/import?dry-run=true")
                .header("Authorization", TestTokens.bearer(DIRECTOR))
                .contentType("text/csv")
                .content(csv)
                .exchange());
        assertThat(tried.path("dryRun").asBoolean()).isTrue();
        assertThat(target("walkIns", "2026")).isEqualByComparingTo("0");

        JsonNode kept = body(mvc.post()
                .uri("/api/targets/import")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "plan.csv", "application/vnd.ms-excel", csv.getBytes(StandardCharsets.UTF_8)))
                .header("Authorization", TestTokens.bearer(DIRECTOR))
                .exchange());
        assertThat(kept.path("accepted").asInt()).isEqualTo(1);
        assertThat(kept.path("verdicts")
                        .path(1)
                        .path("reasons")
                        .path(0)
                        .path("column")
                        .asString())
                .isEqualTo("指标");
        assertThat(target("walkIns", "2026")).isEqualByComparingTo("365");
    }

    @Test
    void badFilesGetTheirOwnProblems() throws Exception {
        assertProblem(importCsv("a,b\n", DIRECTOR), HttpStatus.UNPROCESSABLE_CONTENT, "target-file-header");
        assertProblem(
                importCsv("store,what,year,total\n\"x", DIRECTOR), HttpStatus.UNPROCESSABLE_CONTENT, "table-broken");
        assertProblem(
                importCsv("PK\u0003\u0004 no workbook", DIRECTOR), HttpStatus.UNPROCESSABLE_CONTENT, "table-broken");
        assertProblem(importCsv("\n".repeat(5_000_000), DIRECTOR), HttpStatus.CONTENT_TOO_LARGE, "table-too-large");
        MvcTestResult json = mvc.post()
                .uri("/api/targets/import")
                .header("Authorization", TestTokens.bearer(DIRECTOR))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .exchange();
        assertThat(json).hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void templatesAreWhatTheImportReads() throws Exception {
        for (String type : List.of("csv", "xlsx")) {
            MvcTestResult template = get("/api/targets/template." + type, DIRECTOR);
            assertThat(template).hasStatusOk();
            JsonNode report = body(mvc.post()
                    .uri("/api/targets/import")
                    .header("Authorization", TestTokens.bearer(DIRECTOR))
                    .contentType(String.valueOf(template.getResponse().getContentType()))
                    .content(template.getResponse().getContentAsByteArray())
                    .exchange());
            assertThat(report.path("rows").asInt(-1)).isZero();
        }
    }

    private static String plan(String what, String more) {
        return plan(STORE, what, more);
    }

    private static String plan(String store, String what, String more) {
        return "{\"storeId\":\"%s\",\"what\":\"%s\",\"year\":2026,%s}".formatted(store, what, more);
    }

    private static String pace(String what, String period) {
        return "/api/targets/pace?storeId=" + STORE + "&what=" + what + "&period=" + period;
    }

    private BigDecimal target(String what, String period) throws Exception {
        return body(get(pace(what, period), DIRECTOR)).path("target").decimalValue(BigDecimal.ZERO);
    }

    private MvcTestResult importCsv(String csv, String token) {
        return mvc.post()
                .uri("/api/targets/import")
                .header("Authorization", TestTokens.bearer(token))
                .contentType("text/csv")
                .content(csv)
                .exchange();
    }

    private MvcTestResult put(String json, @Nullable String ifMatch, String token) {
        var request = mvc.put()
                .uri("/api/targets")
                .header("Authorization", TestTokens.bearer(token))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).exchange();
    }

    private MvcTestResult get(String uri, String token) {
        return call(HttpMethod.GET, uri, token);
    }

    private MvcTestResult call(HttpMethod method, String uri, String token) {
        return mvc.method(method)
                .uri(uri)
                .header("Authorization", TestTokens.bearer(token))
                .exchange();
    }

    private static JsonNode body(MvcTestResult result) throws Exception {
        return JSON.readTree(result.getResponse().getContentAsByteArray());
    }

    private static void assertPointer(MvcTestResult result, String pointer) throws Exception {
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(body(result).path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    private static void assertProblem(MvcTestResult result, HttpStatus status, String slug) throws Exception {
        assertThat(result).hasStatus(status);
        assertThat(body(result).path("type").asString()).endsWith("/" + slug);
    }
}
