package io.dianmai.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every number beside its events, on a real broker: explained, counted anew, and found when it is wrong. */
@DianmaiTest
@TestPropertySource(properties = "dianmai.kpi.engine.state-dir=target/engine-it/${random.uuid}")
class ExplainAndAuditIT {
    /** Other tests of this service tell of stores that are never named: for each the journal waits a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final Instant START = Instant.parse("2026-03-10T04:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STORE = "explain-it-1";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    @Qualifier("outboxProducer")
    private Producer<String, byte[]> producer;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private MeterRegistry meters;

    @Test
    void aNumberIsExplainedByItsEventsAndStandsAnAudit() throws Exception {
        send(History.of(STORE, STORE)
                .then(START, History.published(STORE, "Asia/Shanghai"))
                .events());
        List<Envelope<EventData>> events = events();
        send(events);
        send(events.subList(0, 20));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(explain("month", "").path("numerator").asLong()).isEqualTo(11);
            assertThat(explain("month", "").path("denominator").asLong()).isEqualTo(12);
            assertThat(explain("month", "").path("journal").path("complete").asBoolean())
                    .isTrue();
        });

        explains();
        audits();
        findsWhatIsWrong();
        showsFunnelAndHeatMap();
    }

    private void explains() throws Exception {
        JsonNode close = explain("month", "");
        assertThat(close.path("formulas").path("numerator").asString()).isEqualTo("orders");
        assertThat(close.path("counters").path(1).path("figure").asLong()).isEqualTo(11);
        assertThat(added("2026-03", "")).isEqualTo(Map.of("orders", 11L, "leadsRegistered", 12L));
        assertThat(added("2026-03", "&part=numerator")).isEqualTo(Map.of("orders", 11L));
        assertThat(added("2026-03-13", "&part=numerator&dimension=advisor&value=A0"))
                .isEqualTo(Map.of("orders", 3L));
        JsonNode newest = get(uri("2026-03", "&part=numerator&limit=3&events=full"));
        assertThat(newest.path("events").size()).isEqualTo(3);
        JsonNode cancelled = newest.path("events").path(0);
        assertThat(cancelled.path("type").asString()).isEqualTo("dianmai.lead.order-cancelled.v1");
        assertThat(cancelled.path("restated").asBoolean()).isTrue();
        assertThat(cancelled.path("businessDay").asString()).isEqualTo("2026-03-13");
        assertThat(cancelled.path("event").path("orderId").asString()).isEqualTo("OX");
    }

    private void audits() throws Exception {
        for (String period : List.of("2026-03-10", "2026-03", "2026")) {
            JsonNode report = audit(period, true);
            assertThat(report.path("outcome").asString()).as(report.toString()).isEqualTo("equal");
            assertThat(report.path("differences").size()).isZero();
            assertThat(report.path("eventsRead").asLong())
                    .isGreaterThan(report.path("eventsCounted").asLong());
        }
        assertThat(audit("2026-03", false).path("outcome").asString()).isEqualTo("equal");
    }

    private void findsWhatIsWrong() throws Exception {
        String row = STORE + "|2026-03-10";
        double before = differences();
        change(row, 1);
        JsonNode report = audit("2026-03-10", false);
        change(row, -1);

        assertThat(report.path("outcome").asString()).isEqualTo("different");
        JsonNode difference = report.path("differences").path(0);
        assertThat(difference.path("counter").asString()).isEqualTo("leadsRegistered");
        assertThat(difference.path("live").asLong()).isEqualTo(13);
        assertThat(difference.path("recomputed").asLong()).isEqualTo(12);
        assertThat(differences()).isEqualTo(before + 1);
        assertThat(audit("2026-03-10", false).path("outcome").asString()).isEqualTo("equal");
    }

    private void showsFunnelAndHeatMap() throws Exception {
        JsonNode stages = get("/api/kpis/funnel?scope=store:" + STORE + "&period=2026-03-10")
                .path("stages");
        assertThat(stages.path(0).path("count").asLong()).isEqualTo(12);
        assertThat(stages.path(5).path("stage").asString()).isEqualTo("ordered");
        // Of these leads one only names the day of its registration, and its order was taken back.
        assertThat(stages.path(5).path("count").asLong()).isZero();
        JsonNode map = get("/api/kpis/complaints/heat-map?scope=store:" + STORE + "&period=2026-03");
        assertThat(map.path("total").asLong()).isEqualTo(1);
        assertThat(map.path("cells").path(0).path("weekday").asInt()).isEqualTo(2);
        assertThat(map.path("cells").path(0).path("hour").asInt()).isEqualTo(12);
    }

    @Test
    void eachAnswerIsForThoseWhoMaySeeTheStore() throws Exception {
        String elsewhere = TestTokens.staff("A9", "explain-it-9", Role.GENERAL_MANAGER);
        for (String path : List.of("explain?kpi=close-rate&", "complaints/heat-map?", "funnel?")) {
            assertThat(call("/api/kpis/" + path + "scope=store:" + STORE + "&period=2026", elsewhere))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(post("2026", false, elsewhere)).hasStatus(HttpStatus.FORBIDDEN);
        String otherHq = TestTokens.person("hq2", List.of("explain-it-9"), Role.OPERATIONS);
        assertThat(post("2026", false, otherHq)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void badQuestionsGetTheirOwnProblems() throws Exception {
        assertProblem("explain?kpi=luck&scope=group&period=2026", "unknown-kpi");
        assertProblem("explain?kpi=close-rate&scope=planet:earth&period=2026", "unknown-scope");
        assertProblem("explain?kpi=close-rate&scope=group&period=9999", "unknown-period");
        assertProblem("explain?kpi=close-rate&scope=group&period=2026&dimension=mood&value=1", "unknown-dimension");
        assertProblem(
                "explain?kpi=close-rate&scope=group&period=2026&dimension=stage_time&value=1", "unknown-dimension");
        assertProblem("explain?kpi=close-rate&scope=group&period=2026&dimension=advisor", "invalid");
        assertProblem("explain?kpi=close-rate&scope=group&period=2026&part=third", "invalid");
        assertProblem("explain?kpi=leads-registered&scope=group&period=2026&part=denominator", "invalid");
        assertProblem("explain?kpi=close-rate&scope=group&period=2026&limit=0", "invalid");
        assertProblem("explain?kpi=close-rate&scope=group&period=2026&cursor=nowhere", "invalid");
        assertProblem("explain?kpi=close-rate&scope=group&period=2026&events=all", "invalid");
        assertProblem("funnel?scope=group&period=2026&value=A1", "value-without-dimension");
        assertProblem("complaints/heat-map?scope=group&period=0001", "unknown-period");
        assertThat(post("2026-W47", false, TestTokens.hq())).hasStatus(HttpStatus.BAD_REQUEST);
    }

    private static List<Envelope<EventData>> events() {
        List<Envelope<EventData>> events = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            events.addAll(History.soldLead(STORE, "ex-" + i, Channel.WEB, "A" + i % 4, START)
                    .events());
        }
        LeadDimensions dimensions = new LeadDimensions(Channel.WEB, null, "M5", "A0", "T1", START);
        LeadOrdered ordered = new LeadOrdered(dimensions, "OX", 20_000_000, 500_000, true, 3, null, null);
        Instant orderedAt = START.plus(Duration.ofDays(3)).plusSeconds(60);
        events.addAll(History.of(STORE, "ex-cancelled")
                .then(START, History.registered(Channel.WEB, "A0"))
                .then(orderedAt, ordered)
                .then(
                        START.plus(Duration.ofDays(40)),
                        new LeadOrderCancelled(dimensions, "OX", orderedAt, ordered, null))
                .events());
        events.addAll(History.complaint(STORE, "ex-complaint", START).events());
        events.addAll(History.lapsedTask(STORE, "ex-plan", "ex-task", START).events());
        return events;
    }

    /** What the events of all pages add up to. */
    private Map<String, Long> added(String period, String more) throws Exception {
        Map<String, Long> sum = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = get(uri(period, more + "&limit=5" + cursor));
            page.path("events")
                    .forEach(event -> event.path("added")
                            .properties()
                            .forEach(added ->
                                    sum.merge(added.getKey(), added.getValue().asLong(), Long::sum)));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return sum;
    }

    private JsonNode explain(String period, String more) throws Exception {
        return get(uri(period.equals("month") ? "2026-03" : period, more));
    }

    private static String uri(String period, String more) {
        return "/api/kpis/explain?kpi=close-rate&scope=store:" + STORE + "&period=" + period + more;
    }

    /** What no event did: the text of a row is tampered with. */
    private void change(String row, long by) {
        var rows = mongo.getCollection("kpi_rows");
        Document before = rows.find(new Document("_id", row)).first();
        var totals = (ObjectNode) EventJson.MAPPER.readTree(before.getString("totals"));
        totals.put("leadsRegistered", totals.path("leadsRegistered").asLong() + by);
        rows.updateOne(new Document("_id", row), new Document("$set", new Document("totals", totals.toString())));
    }

    private double differences() {
        return meters.get("dianmai.kpi.audit.differences").counter().count();
    }

    private void send(List<Envelope<EventData>> events) throws Exception {
        for (Envelope<EventData> event : events) {
            producer.send(EventCodec.toRecord(event)).get();
        }
    }

    private JsonNode audit(String period, boolean complete) throws Exception {
        MvcTestResult result = post(period, complete, TestTokens.hq());
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private MvcTestResult post(String period, boolean complete, String token) {
        return mvc.post()
                .uri("/api/kpis/audits")
                .header("Authorization", TestTokens.bearer(token))
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(Map.of("storeId", STORE, "period", period, "complete", complete)))
                .exchange();
    }

    private JsonNode get(String uri) throws Exception {
        MvcTestResult result = call(uri, TestTokens.hq());
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private void assertProblem(String path, String slug) throws Exception {
        MvcTestResult result = call("/api/kpis/" + path, TestTokens.hq());
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(body(result).path("type").asString()).endsWith("/" + slug);
    }

    private MvcTestResult call(String uri, String token) {
        return mvc.get()
                .uri(uri)
                .header("Authorization", TestTokens.bearer(token))
                .exchange();
    }

    private static JsonNode body(MvcTestResult result) throws Exception {
        return JSON.readTree(result.getResponse().getContentAsByteArray());
    }
}
