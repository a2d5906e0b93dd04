package io.dianmai.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.fact.VehicleReturned;
import io.dianmai.local.SignIns;
import io.dianmai.local.process.LaunchFailure;
import io.dianmai.local.sample.journey.SampleFact;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a door that answers what the test wants. */
class StoreSystemTests {
    private static final SampleFact FACT =
            new SampleFact("f-1", Instant.parse("2026-11-21T02:00:00Z"), "s1", new VehicleReturned("WX-1"));

    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<String> bodies = new ArrayList<>();
    private int tokens;
    private final HttpServer door;
    private final StoreSystem system;

    private record Reply(int status, String body) {}

    StoreSystemTests() throws IOException {
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        system = new StoreSystem(
                new GatewayClient(
                        URI.create("http://localhost:" + door.getAddress().getPort())),
                new SignIns.Client("s1-x", "secret", "s1"));
    }

    @BeforeEach
    void open() {
        door.createContext("/oauth2/token", exchange -> {
            tokens++;
            answer(exchange, new Reply(200, "{\"access_token\":\"t" + tokens + "\"}"));
        });
        door.createContext("/api/store-events", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, replies.remove());
        });
        door.start();
    }

    @AfterEach
    void close() {
        door.stop(0);
    }

    @Test
    void statesFactsAsCloudEvents() throws Unavailable {
        replies.add(new Reply(202, "{\"verdicts\":[{\"id\":\"f-1\",\"status\":\"accepted\"}]}"));

        assertThat(system.state(List.of(FACT))).isEmpty();

        assertThat(EventJson.MAPPER.readTree(bodies.getFirst())).isEqualTo(EventJson.MAPPER.readTree("""
                [{"specversion":"1.0","id":"f-1","source":"/stores/s1/dms","type":"dianmai.fact.vehicle-returned.v1",
                  "time":"2026-11-21T02:00:00Z","datacontenttype":"application/json","storeid":"s1",
                  "data":{"orderRef":"WX-1"}}]
                """));
    }

    @Test
    void statesTheSameAgainWhenTheDoorIsBusy() {
        replies.add(new Reply(429, "{}"));
        replies.add(new Reply(503, "{}"));
        replies.add(new Reply(
                202, "{\"verdicts\":[{\"id\":\"f-1\",\"status\":\"refused\",\"problem\":{\"status\":503}}]}"));
        replies.add(new Reply(202, "{\"verdicts\":[{\"id\":\"f-1\",\"status\":\"accepted\"}]}"));

        assertThat(new Persistence(Duration.ofMinutes(1)).insistOn(() -> system.state(List.of(FACT))))
                .isEmpty();

        assertThat(bodies).hasSize(4).allMatch(bodies.getFirst()::equals);
    }

    @Test
    void signsInAgainWhenTheTokenHasExpired() {
        replies.add(new Reply(401, ""));
        replies.add(new Reply(202, "{\"verdicts\":[]}"));

        new Persistence(Duration.ofMinutes(1)).insistOn(() -> system.state(List.of(FACT)));

        assertThat(tokens).isEqualTo(2);
    }

    @Test
    void saysWhatWasRefusedForGood() throws Unavailable {
        replies.add(new Reply(
                422, "{\"verdicts\":[{\"id\":\"f-1\",\"status\":\"refused\",\"problem\":{\"status\":422}}]}"));

        assertThat(system.state(List.of(FACT))).singleElement().asString().contains("f-1");
    }

    @Test
    void givesUpWhenItsPatienceIsAtAnEnd() {
        door.stop(0);

        assertThatThrownBy(() -> new Persistence(Duration.ofMillis(10)).insistOn(() -> system.state(List.of(FACT))))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("does not answer");
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
