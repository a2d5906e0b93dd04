package io.dianmai.gateway.ingest;

import static io.dianmai.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.Topics;
import io.dianmai.gateway.Caller;
import io.dianmai.gateway.GatewayTest;
import io.dianmai.gateway.OwnBroker;
import io.dianmai.gateway.SampleStore;
import io.dianmai.gateway.TestServices;
import io.dianmai.kit.test.TestPlatform;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The door while Kafka is away, and with clients that are slow, idle or too many. */
@GatewayTest
@ContextConfiguration(initializers = {TestPlatform.class, TestServices.class, OwnBroker.class})
@TestPropertySource(
        properties = {
            "dianmai.hq.username=" + GatewayTest.HQ,
            "dianmai.hq.password=" + GatewayTest.HQ_PASSWORD,
            "dianmai.hq.temporary=false",
            "dianmai.ingest.delivery-timeout=3s",
            "dianmai.ingest.max-block=1s",
            "dianmai.ingest.body-timeout=2s",
            "server.tomcat.connection-timeout=3s",
        })
@DirtiesContext
class HardTimesIT {
    private static final String STORE = "hard-1";
    /** What was set above, and some time for a busy machine. */
    private static final Duration BOUND = Duration.ofSeconds(12);

    @LocalServerPort
    private int port;

    private Caller hq;
    private String client = "";
    private String token = "";

    @BeforeEach
    void register() {
        hq = Caller.anonymous(port).hq();
        hq.put("/api/registry/stores/" + STORE, SampleStore.json(SampleStore.of(STORE, "hard-r", "hard-b")));
        JsonNode made = Caller.json(hq.post("/api/registry/clients", "{\"storeId\":\"" + STORE + "\"}"));
        client = made.path("clientId").asString();
        String[] credentials = Caller.basic(client, made.path("secret").asString());
        token = Caller.json(Caller.anonymous(port).form("/oauth2/token", "grant_type=client_credentials", credentials))
                .path("access_token")
                .asString();
    }

    @Test
    void saysComeBackWhileKafkaIsAwayAndKeepsWhatItHasAccepted() {
        assertThat(batch("before", 10).statusCode()).isEqualTo(202);
        OwnBroker.broker().child().kill();
        Instant begin = Instant.now();
        HttpResponse<String> away = batch("away", 10);
        assertProblem(away, 503, "broker-unavailable");
        assertThat(away.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(BOUND);
        assertThat(statuses(away)).hasSize(10).containsOnly("refused");
        OwnBroker.broker().start();
        OwnBroker.broker().awaitReady();
        // The same events again are no repeats: nobody said that they were kept.
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            HttpResponse<String> back = batch("away", 10);
            assertThat(back.statusCode()).isEqualTo(202);
            assertThat(statuses(back)).containsOnly("accepted");
        });
        List<String> kept = kept();
        IntStream.range(0, 10)
                .forEach(one -> assertThat(kept).contains("away-" + one).containsOnlyOnce("before-" + one));
    }

    @Test
    void refusesWhoeverSendsTooMuchUntilHqLetsHim() {
        String limit = "/api/registry/clients/" + client + "/ingest-limit";
        assertThat(Caller.json(hq.get(limit)).path("usual").asBoolean()).isTrue();
        assertThat(hq.put(limit, "{\"perSecond\":1,\"burst\":3}").statusCode()).isEqualTo(200);
        assertThat(Caller.json(hq.get(limit)).path("burst").asInt()).isEqualTo(3);
        assertThat(batch("limit", 100).statusCode()).isEqualTo(202);
        HttpResponse<String> refused = batch("more", 1);
        assertProblem(refused, 429, "rate-limited");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(90L, 100L);
        assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"events\";q=3;w=3");
        assertThat(hq.put(limit, "{\"perSecond\":0,\"burst\":3}").statusCode()).isEqualTo(400);
        assertThat(Caller.anonymous(port)
                        .bearing(token)
                        .put(limit, "{\"perSecond\":9,\"burst\":9}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(hq.get("/api/registry/clients/nobody/ingest-limit").statusCode())
                .isEqualTo(404);
        assertThat(hq.send("DELETE", limit, BodyPublishers.noBody()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void letsGoOfWhoeverSendsItsBodyByteByByte() throws IOException {
        try (Socket slow = open("POST /api/store-events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/cloudevents+json\r\nContent-Length: 100000\r\n\r\n")) {
            InputStream in = slow.getInputStream();
            await().atMost(BOUND).pollInterval(Duration.ofMillis(100)).until(() -> {
                slow.getOutputStream().write(' ');
                return in.available() > 0;
            });
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
            // It goes on sending, and is not listened to any more.
            await().atMost(BOUND).pollInterval(Duration.ofMillis(100)).until(() -> isEnded(slow));
        }
    }

    @Test
    void letsGoOfWhoeverSendsNothingMore() throws IOException {
        try (Socket silent = open("POST /api/store-events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/cloudevents+json\r\nContent-Length: 100000\r\n\r\n{")) {
            InputStream in = silent.getInputStream();
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
            assertThat(in.readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void answersBesideManyThatAreIdle() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int one = 0; one < 300; one++) {
                sockets.add(open(""));
                sockets.add(open("POST /api/store-events HTTP/1.1\r\nHost: local"));
            }
            assertThat(batch("beside", 1).statusCode()).isEqualTo(202);
            for (Socket socket : sockets) {
                socket.getInputStream().readAllBytes();
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private Socket open(String beginning) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) BOUND.toMillis());
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static boolean isEnded(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
            return socket.getInputStream().available() == 0
                    && socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private HttpResponse<String> batch(String name, int size) {
        String events = IntStream.range(0, size)
                .mapToObj(one -> visit(name + '-' + one))
                .collect(Collectors.joining(",", "[", "]"));
        return Caller.anonymous(port)
                .bearing(token)
                .send(
                        "POST",
                        "/api/store-events",
                        BodyPublishers.ofString(events),
                        "Content-Type",
                        ContentMode.BATCH_TYPE);
    }

    private static List<String> statuses(HttpResponse<String> answer) {
        return Caller.json(answer)
                .path("verdicts")
                .valueStream()
                .map(verdict -> verdict.path("status").asString())
                .toList();
    }

    private static String visit(String id) {
        return """
                {"specversion":"1.0","id":"%1$s","source":"/dms","type":"dianmai.fact.visit-received.v1","time":"2026-03-10T01:42:10Z",
                 "data":{"visitRef":"%1$s","kind":"WALK_IN","partySize":2,"retained":false}}""".formatted(id);
    }

    /** Ids of all facts in the log. */
    private static List<String> kept() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", OwnBroker.broker().bootstrapServers(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.STORE_EVENTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            List<String> ids = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> ids.add(EventCodec.fromRecord(record.headers(), record.value())
                                .id()));
            }
            return ids;
        }
    }
}
