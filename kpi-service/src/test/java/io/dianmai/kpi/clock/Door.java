package io.dianmai.kpi.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.kit.test.TestTokens;
import io.dianmai.kpi.History;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API and the topics, for tests of a whole service. */
public record Door(MockMvcTester mvc, Producer<String, byte[]> producer) {
    private static final JsonMapper JSON = new JsonMapper();

    public void send(List<Envelope<EventData>> events) throws ExecutionException, InterruptedException {
        for (Envelope<EventData> event : events) {
            producer.send(EventCodec.toRecord(event)).get();
        }
    }

    public void publish(String store, Instant time, List<StaffMember> staff)
            throws ExecutionException, InterruptedException {
        send(History.of(store, store)
                .then(
                        time,
                        new StorePublished(
                                store,
                                store,
                                "R1",
                                "East",
                                "B-" + store,
                                "Brand",
                                Tier.MID,
                                "Asia/Shanghai",
                                10,
                                30,
                                new BusinessHours(Map.of(), Set.of(), Map.of()),
                                List.of(),
                                staff))
                .events());
    }

    public MvcTestResult get(String uri, String token) {
        return mvc.get()
                .uri(uri)
                .header("Authorization", TestTokens.bearer(token))
                .exchange();
    }

    public MvcTestResult post(String uri, @Nullable String body, String token, @Nullable String key) {
        var request = mvc.method(HttpMethod.POST).uri(uri).header("Authorization", TestTokens.bearer(token));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.exchange();
    }

    public static JsonNode body(MvcTestResult result) throws Exception {
        assertThat(result).hasStatusOk();
        return JSON.readTree(result.getResponse().getContentAsByteArray());
    }

    public static void assertProblem(MvcTestResult result, HttpStatus status, String slug) throws Exception {
        assertThat(result).hasStatus(status);
        assertThat(JSON.readTree(result.getResponse().getContentAsByteArray())
                        .path("type")
                        .asString())
                .endsWith("/" + slug);
    }
}
