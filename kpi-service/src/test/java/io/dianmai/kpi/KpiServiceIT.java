package io.dianmai.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From events on a real broker to answers, across a stop of the engine. */
@DianmaiTest
@TestPropertySource(properties = "dianmai.kpi.engine.state-dir=target/engine-it/${random.uuid}")
class KpiServiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2026-03-10T04:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    @Qualifier("outboxProducer")
    private Producer<String, byte[]> producer;

    @Autowired
    @Qualifier("streamsEngine")
    private SmartLifecycle engine;

    @Autowired
    private Clock clock;

    @Test
    void eventsBecomeNumbersAndAStopOfTheEngineChangesNone() throws Exception {
        publish("kpi-it-1");
        List<Envelope<EventData>> before = new ArrayList<>();
        List<Envelope<EventData>> after = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<Envelope<EventData>> lead = History.soldLead("kpi-it-1", "lead-" + i, Channel.WEB, "A" + i % 4, START)
                    .events();
            before.addAll(lead.subList(0, 4));
            after.addAll(lead.subList(4, 6));
        }

        send(before);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(leads("kpi-it-1")).isEqualTo(40));
        engine.stop();
        send(before.subList(0, 60));
        send(after);
        engine.start();

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode rate = kpi("store:kpi-it-1", "2026-03", "close-rate");
            assertThat(rate.path("numerator").asLong()).isEqualTo(40);
            assertThat(rate.path("denominator").asLong()).isEqualTo(40);
            assertThat(rate.path("value").asInt()).isEqualTo(100);
        });
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kpi("store:kpi-it-1", "2026", "gross-profit-per-vehicle")
                                .path("value")
                                .decimalValue())
                        .isEqualByComparingTo("-1500"));
        assertThat(leads("kpi-it-1")).isEqualTo(40);
        JsonNode advisors =
                get("/api/kpis/values?scope=store:kpi-it-1&period=2026-03-10&kpi=leads-registered&dimension=advisor")
                        .path("slices");
        assertThat(advisors.path("A3").path(0).path("value").asInt()).isEqualTo(10);
    }

    @Test
    void aRatioWithoutDenominatorHasNoValue() throws Exception {
        publish("kpi-it-2");
        awaitStore("kpi-it-2");

        JsonNode rate = kpi("store:kpi-it-2", "2026-03", "close-rate");

        assertThat(rate.path("value").isNull()).isTrue();
        assertThat(rate.path("denominator").asLong()).isZero();
    }

    @Test
    void aTaskLeftUndoneIsOverdueAndRemindsItsOwner() throws Exception {
        publish("kpi-it-3");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant due = now.plus(Duration.ofMinutes(30)).plusSeconds(2);
        send(History.of("kpi-it-3", "plan-3")
                .then(now, History.scheduled("task-3", TaskPurpose.CADENCE, due))
                .events());
        send(History.of("kpi-it-7", "plan-7")
                .then(now, History.scheduled("task-7", TaskPurpose.CADENCE, due.plusSeconds(1)))
                .events());
        send(History.of("kpi-it-3", "plan-4")
                .then(
                        START,
                        now,
                        new FollowUpOverdue(
                                History.dimensions(Channel.WEB, "A1"), "task-4", TaskPurpose.CADENCE, START))
                .events());

        String owner = TestTokens.staff("A1", "kpi-it-3", Role.SALES_CONSULTANT);
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode reminders =
                    body(call("/api/reminders?store=kpi-it-3", owner)).path("reminders");
            assertThat(reminders.size()).isEqualTo(1);
            JsonNode reminder = reminders.path(0);
            assertThat(reminder.path("deadlineId").asString()).isEqualTo("task-3");
            assertThat(reminder.path("late").asBoolean()).isFalse();
            assertThat(Instant.parse(reminder.path("firedAt").asString()))
                    .isBetween(due.minus(Duration.ofMinutes(30)), due.minus(Duration.ofMinutes(29)));
        });
        String other = TestTokens.staff("A2", "kpi-it-3", Role.SALES_CONSULTANT);
        assertThat(body(call("/api/reminders", other)).path("reminders").size()).isZero();
        String manager = TestTokens.staff("M1", "kpi-it-3", Role.SALES_MANAGER);
        assertThat(body(call("/api/reminders?kind=FOLLOW_UP&limit=1", manager))
                        .path("reminders")
                        .size())
                .isEqualTo(1);

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode first = get("/api/reminders?kind=FOLLOW_UP&limit=1");
            assertThat(first.path("reminders").path(0).path("deadlineId").asString())
                    .isEqualTo("task-7");
            JsonNode second = get("/api/reminders?kind=FOLLOW_UP&limit=1&since=" + now + "&cursor="
                    + first.path("next").asString());
            assertThat(second.path("reminders").path(0).path("deadlineId").asString())
                    .isEqualTo("task-3");
            assertThat(second.has("next")).isFalse();
        });
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(overdue("2026-03")).isEqualTo(1);
            assertThat(overdue("2026-03-10")).isEqualTo(1);
            assertThat(overdue("2026-03-09")).isZero();
            assertThat(overdue("2026")).isEqualTo(1);
        });
    }

    @Test
    void eachViewerSeesTheStoresOfTheTokenAndNoOther() throws Exception {
        publish("kpi-it-5");
        awaitStore("kpi-it-5");
        String elsewhere = TestTokens.staff("A9", "kpi-it-6", Role.GENERAL_MANAGER);

        assertThat(call("/api/kpis/values?scope=store:kpi-it-5&period=2026", elsewhere))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(call("/api/kpis/values?scope=region:R1&period=2026", elsewhere))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(body(call("/api/kpis/values?scope=group&period=2026", elsewhere))
                        .path("stores")
                        .asInt())
                .isZero();
        assertThat(call("/api/reminders?store=kpi-it-5", elsewhere)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/api/kpis")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void badQuestionsGetTheirOwnProblems() throws Exception {
        assertProblem("/api/kpis/values?scope=planet:earth&period=2026", "unknown-scope");
        assertProblem("/api/kpis/values?scope=group&period=0001", "unknown-period");
        assertProblem("/api/kpis/values?scope=group&period=2026&kpi=luck", "unknown-kpi");
        assertProblem("/api/kpis/values?scope=group&period=2026&dimension=mood", "unknown-dimension");
        assertProblem("/api/kpis/values?scope=group", "invalid");
        assertProblem("/api/reminders?limit=0", "invalid");
        assertProblem("/api/reminders?kind=BIRTHDAY", "invalid");
        assertProblem("/api/reminders?cursor=nowhere", "unknown-cursor");
    }

    @Test
    void listsTheCatalogue() throws Exception {
        JsonNode kpis = get("/api/kpis");

        assertThat(kpis.size()).isEqualTo(95);
        assertThat(kpis.path(0).path("available").asBoolean()).isTrue();
        assertThat(kpis.path(0).path("denominator").asString()).isEqualTo("target.vehiclesDelivered");
    }

    private void publish(String store) throws ExecutionException, InterruptedException {
        send(History.of(store, store)
                .then(START, History.published(store, "Asia/Shanghai"))
                .events());
    }

    private void send(List<Envelope<EventData>> events) throws ExecutionException, InterruptedException {
        for (Envelope<EventData> event : events) {
            producer.send(EventCodec.toRecord(event)).get();
        }
    }

    private void awaitStore(String store) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(call("/api/kpis/values?scope=store:" + store + "&period=2026", null))
                        .hasStatusOk());
    }

    private long leads(String store) throws Exception {
        return kpi("store:" + store, "2026-03-10", "leads-registered")
                .path("value")
                .asLong();
    }

    private long overdue(String period) throws Exception {
        return kpi("store:kpi-it-3", period, "follow-up-overdue").path("value").asLong(-1);
    }

    private JsonNode kpi(String scope, String period, String code) throws Exception {
        return get("/api/kpis/values?scope=" + scope + "&period=" + period + "&kpi=" + code)
                .path("values")
                .path(0);
    }

    private JsonNode get(String uri) throws Exception {
        return body(call(uri, null));
    }

    private static JsonNode body(MvcTestResult result) throws Exception {
        return JSON.readTree(result.getResponse().getContentAsByteArray());
    }

    private void assertProblem(String uri, String slug) throws Exception {
        MvcTestResult result = call(uri, null);
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(body(result).path("type").asString()).endsWith("/" + slug);
    }

    private MvcTestResult call(String uri, @Nullable String token) {
        String bearer = TestTokens.bearer(token == null ? TestTokens.hq() : token);
        return mvc.get().uri(uri).header("Authorization", bearer).exchange();
    }
}
