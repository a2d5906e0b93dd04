package io.dianmai.kpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import io.dianmai.kpi.History;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rankings and trends over HTTP: who sees whose numbers, and what is refused. */
@DianmaiTest
@TestPropertySource(properties = "dianmai.kpi.engine.state-dir=target/engine-it/${random.uuid}")
class ValuesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant START = Instant.parse("2026-03-10T04:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    @Qualifier("outboxProducer")
    private Producer<String, byte[]> producer;

    @Test
    void ranksAllStoresButShowsOnlyThoseOfTheViewer() throws Exception {
        store("values-it-1", 3);
        store("values-it-2", 2);
        String manager = TestTokens.staff("M1", "values-it-2", Role.GENERAL_MANAGER);
        String ranking = "/api/kpis/ranking?kpi=leads-registered&period=2026-03-10";
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(row(get(ranking, TestTokens.hq()), "values-it-2")
                                .path("value")
                                .asInt())
                        .isEqualTo(2));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(row(get(ranking, TestTokens.hq()), "values-it-1")
                                .path("value")
                                .asInt())
                        .isEqualTo(3));

        JsonNode all = get(ranking, TestTokens.hq());
        JsonNode own = get(ranking, manager);

        assertThat(row(all, "values-it-1").path("rank").asInt())
                .isLessThan(row(all, "values-it-2").path("rank").asInt());
        assertThat(own.path("rows").size()).isEqualTo(1);
        assertThat(row(own, "values-it-2").path("rank").asInt())
                .isEqualTo(row(all, "values-it-2").path("rank").asInt());
        assertThat(own.path("of").asInt()).isEqualTo(all.path("of").asInt());
        // Told up to a second late.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(ranking, manager)
                                .path("heardTo")
                                .path("stores")
                                .size())
                        .isEqualTo(1));
        assertThat(own.toString()).doesNotContain("values-it-1");
        assertThat(get(ranking + "&level=brand", manager).path("rows").size()).isZero();
        assertThat(get(ranking + "&level=brand", TestTokens.hq()).path("rows").size())
                .isPositive();
        assertThat(call(ranking + "&scope=store:values-it-1", manager)).hasStatus(HttpStatus.NOT_FOUND);
        String trend = "/api/kpis/trend?kpi=leads-registered&from=2026-03-09&to=2026-03-11&scope=store:";
        assertThat(call(trend + "values-it-1", manager)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(trend + "values-it-2", manager).path("points").findValuesAsString("value"))
                .containsExactly("0", "2", "0");
        JsonNode mine = get(
                "/api/kpis/values?scope=store:values-it-2&period=2026-03-10&kpi=leads-registered&compare=rank,previous",
                manager);
        assertThat(mine.path("values").path(0).path("ranks").size()).isEqualTo(2);
        assertThat(mine.path("values").path(0).path("previous").path("value").asInt(-1))
                .isZero();
        assertThat(mine.toString()).doesNotContain("values-it-1");
    }

    @Test
    void badQuestionsNameTheirParameter() throws Exception {
        refuses("/api/kpis/ranking?kpi=luck&period=2026", "unknown-kpi", "kpi");
        refuses("/api/kpis/ranking?kpi=close-rate&period=2026-Q5", "unknown-period", "period");
        refuses("/api/kpis/ranking?kpi=close-rate&period=2026&level=planet", "unknown-level", "level");
        refuses("/api/kpis/values?scope=tier:gold&period=2026", "unknown-scope", "scope");
        refuses("/api/kpis/values?scope=group&period=2026&compare=luck", "unknown-comparison", "compare");
        refuses("/api/kpis/values?scope=group&period=2026&value=A1", "value-without-dimension", "value");
        refuses("/api/kpis/values?scope=group&period=2026&dimension=complaint-slot", "unknown-dimension", "dimension");
        String trend = "/api/kpis/trend?kpi=close-rate&scope=group";
        refuses(trend + "&from=2000-01-01&to=2027-05-19", "range-too-long", "to");
        refuses(trend + "&from=9999-01-01&to=2026-01-01", "unknown-date", "from");
        refuses(trend + "&from=2026-01-01&to=2026-01-02&dimension=advisor", "dimension-without-value", "value");
    }

    private void refuses(String uri, String slug, String parameter) throws Exception {
        MvcTestResult result = call(uri, TestTokens.hq());
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        JsonNode problem = JSON.readTree(result.getResponse().getContentAsByteArray());
        assertThat(problem.path("type").asString()).endsWith("/" + slug);
        assertThat(problem.path("errors").path(0).path("pointer").asString()).isEqualTo(parameter);
    }

    private void store(String store, int leads) throws ExecutionException, InterruptedException {
        send(History.of(store, store)
                .then(START, History.published(store, "Asia/Shanghai"))
                .events());
        for (int i = 0; i < leads; i++) {
            send(History.of(store, store + "-lead-" + i)
                    .then(START, History.registered(Channel.WEB, "A1"))
                    .events());
        }
    }

    private void send(List<Envelope<EventData>> events) throws ExecutionException, InterruptedException {
        for (Envelope<EventData> event : events) {
            producer.send(EventCodec.toRecord(event)).get();
        }
    }

    private static JsonNode row(JsonNode ranking, String store) {
        return ranking.path("rows")
                .valueStream()
                .filter(row -> row.path("id").asString().equals(store))
                .findFirst()
                .orElseGet(JSON::createObjectNode);
    }

    private JsonNode get(String uri, String token) throws Exception {
        MvcTestResult result = call(uri, token);
        assertThat(result).hasStatusOk();
        return JSON.readTree(result.getResponse().getContentAsByteArray());
    }

    private MvcTestResult call(String uri, String token) {
        return mvc.get()
                .uri(uri)
                .header("Authorization", TestTokens.bearer(token))
                .exchange();
    }
}
