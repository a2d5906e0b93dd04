package io.dianmai.lead;

import static io.dianmai.kit.test.TestTokens.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.kit.messaging.RejectedFacts;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.test.TestTokens;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One published store of its own, as its manager and its system deal with it. */
public final class StoreDesk implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(40);

    private final MockMvcTester mvc;
    private final Wire wire = new Wire(Topics.LEAD_EVENTS);
    private final Wire refused = new Wire(Topics.STORE_EVENTS_REJECTED);
    public final String store;
    public final String manager;

    public StoreDesk(String prefix, MockMvcTester mvc, StoreReplica stores) {
        this.mvc = mvc;
        this.store = prefix + "-" + UUID.randomUUID();
        this.manager = TestTokens.staff("m1", store, Role.SALES_MANAGER);
        var hours = new BusinessHours(
                Map.of(DayOfWeek.MONDAY, List.of(new BusinessHours.Window(LocalTime.of(9, 0), LocalTime.of(18, 0)))),
                Set.of(),
                Map.of());
        send(
                store,
                1,
                new StorePublished(
                        store,
                        "西湖店",
                        "east",
                        "华东",
                        "toyota",
                        "丰田",
                        Tier.MID,
                        "Asia/Shanghai",
                        1,
                        1,
                        hours,
                        List.of(),
                        List.of()));
        await().atMost(PATIENCE).until(() -> stores.find(store).isPresent());
    }

    /** An event about {@code subject}, as a service tells it. */
    Envelope<EventData> send(String subject, long sequence, EventData data) {
        var event = new Envelope<EventData>(
                AggregateIds.next(), URI.create("/test"), subject, Wire.TIME, store, sequence, Wire.TIME, null, data);
        wire.send(event);
        return event;
    }

    void repeat(Envelope<?> event) {
        wire.send(event);
    }

    Envelope<StoreFact> state(StoreFact fact) {
        var stated = Wire.fact(store, fact);
        wire.send(stated);
        return stated;
    }

    /** What was told of the store, once there is as much of it. */
    List<Envelope<EventData>> events(int count) {
        return wire.events(store, count);
    }

    /** All that stands on the topic for the store, as text. */
    String told() {
        return String.join(
                "\n",
                wire.records(store).stream()
                        .map(one -> new String(one.value(), StandardCharsets.UTF_8))
                        .toList());
    }

    /** The problems of facts refused, in order, once there are as many. */
    List<String> problems(int count) {
        refused.events(store, count);
        return refused.records(store).stream()
                .map(one -> one.headers().lastHeader(RejectedFacts.PROBLEM))
                .map(header -> slug(new String(header.value(), StandardCharsets.UTF_8)))
                .toList();
    }

    static String slug(String problem) {
        String type = JsonPath.read(problem, "$.type");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    MvcTestResult get(String path) {
        return ask(HttpMethod.GET, manager, path, null, null);
    }

    MvcTestResult post(String path, String body) {
        return ask(HttpMethod.POST, manager, path, null, body);
    }

    MvcTestResult ask(
            HttpMethod method, @Nullable String token, String path, @Nullable String ifMatch, @Nullable String body) {
        var request = mvc.method(method).uri(path);
        if (token != null) {
            request.header("Authorization", bearer(token));
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return request.exchange();
    }

    /** A text in the answer. */
    static String read(MvcTestResult answer, String path) {
        return JsonPath.read(body(answer), path);
    }

    static Object valueAt(MvcTestResult answer, String path) {
        return JsonPath.read(body(answer), path);
    }

    static List<Object> listAt(MvcTestResult answer, String path) {
        return JsonPath.read(body(answer), path);
    }

    static Map<String, Object> objectAt(MvcTestResult answer, String path) {
        return JsonPath.read(body(answer), path);
    }

    static List<Map<String, Object>> objectsAt(MvcTestResult answer, String path) {
        return JsonPath.read(body(answer), path);
    }

    static void refused(MvcTestResult answer, int status, String slug) {
        assertThat(answer).hasStatus(status);
        assertThat(slug(body(answer))).isEqualTo(slug);
    }

    static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public void close() {
        wire.close();
        refused.close();
    }
}
