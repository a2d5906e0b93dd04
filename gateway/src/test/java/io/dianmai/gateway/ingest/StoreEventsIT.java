package io.dianmai.gateway.ingest;

import static io.dianmai.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.gateway.Caller;
import io.dianmai.gateway.GatewayTest;
import io.dianmai.gateway.SampleStore;
import io.dianmai.kit.messaging.RejectedFacts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** The door and the stream with everything real. */
@GatewayTest
class StoreEventsIT {
    private static final String STORE = "ingest-1";

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    private Caller hq;

    @BeforeEach
    void register() {
        hq = Caller.anonymous(port).hq();
        hq.put("/api/registry/stores/" + STORE, SampleStore.json(SampleStore.of(STORE, "ingest-r", "ingest-b")));
    }

    @Test
    void writesWhatTheStoresOwnSystemSends() {
        HttpResponse<String> answer = send(storeSystem(), lead("it-1"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"verdicts\":[{\"id\":\"it-1\",\"status\":\"accepted\"}]}");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(written("it-1")).hasSize(1));
        ConsumerRecord<String, byte[]> record = written("it-1").getFirst();
        assertThat(record.key()).isEqualTo(STORE);
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain("13800000017");
    }

    @Test
    void takesFactsFromStoreSystemsOnly() {
        assertProblem(send(hq, lead("it-2")), 403, "forbidden");
        assertProblem(send(Caller.anonymous(port), lead("it-2")), 401, "unauthenticated");
        assertProblem(send(storeSystem(), lead("it-2").replace(STORE, "ingest-2")), 403, "store-not-allowed");
    }

    @Test
    void showsSchemasToEverybody() {
        assertThat(Caller.anonymous(port).get("/api/store-events/schemas").statusCode())
                .isEqualTo(200);
    }

    @Test
    void listsWhatAServiceRefused() throws ExecutionException, InterruptedException {
        Caller system = storeSystem();
        send(system, lead("it-3"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(written("it-3")).hasSize(1));
        ConsumerRecord<String, byte[]> fact = written("it-3").getFirst();
        var rejected =
                new ProducerRecord<>(Topics.STORE_EVENTS_REJECTED, null, fact.key(), fact.value(), fact.headers());
        rejected.headers()
                .add(RejectedFacts.PROBLEM, "{\"title\":\"why not\"}".getBytes(StandardCharsets.UTF_8))
                .add(RejectedFacts.REJECTED_BY, "lead".getBytes(StandardCharsets.UTF_8))
                .add(RejectedFacts.REJECTED_AT, "2026-03-10T02:00:00Z".getBytes(StandardCharsets.UTF_8));
        produce(rejected);
        produce(rejected);
        String address = "/api/store-events/rejected?store=" + STORE;
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode items = Caller.json(system.get(address)).path("items");
            assertThat(items.size()).isOne();
            assertThat(items.path(0).path("id").asString()).isEqualTo("it-3");
            assertThat(items.path(0).path("problem").path("title").asString()).isEqualTo("why not");
        });
        assertProblem(system.get("/api/store-events/rejected?store=ingest-2"), 404, "not-found");
    }

    @Test
    void streamsRowsAndReminders() throws IOException, ExecutionException, InterruptedException {
        try (Socket stream = open(token())) {
            var lines = new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8));
            until(lines, "event: snapshot");
            String day = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
            produce(row("ingest-2", day, 5));
            produce(row(STORE, day, 7));
            until(lines, "event: kpi-row");
            assertThat(until(lines, "data: ")).contains(STORE, day, "\"orders\":7");
            produce(EventCodec.toRecord(reminder()));
            until(lines, "event: reminder");
            assertThat(until(lines, "data: ")).contains("\"id\":\"deadline-1:1\"", "COMPLAINT_RESPONSE");
        }
        try (Socket stream = open(token())) {
            var lines = new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8));
            until(lines, "event: snapshot");
            assertThat(until(lines, "data: ")).contains("\"orders\":7").doesNotContain("ingest-2");
        }
    }

    private static String lead(String id) {
        return """
                {"specversion":"1.0","id":"%s","source":"/dms","type":"dianmai.fact.lead-received.v1","time":"%s",
                 "storeid":"%s","data":{"leadRef":"%s","channel":"WALK_IN","phone":"13800000017"}}""".formatted(id, Instant.now(), STORE, id);
    }

    private static HttpResponse<String> send(Caller caller, String event) {
        return caller.send(
                "POST",
                "/api/store-events",
                BodyPublishers.ofString(event),
                "Content-Type",
                ContentMode.STRUCTURED_TYPE);
    }

    private Caller storeSystem() {
        return Caller.anonymous(port).bearing(token());
    }

    private String token() {
        JsonNode client = Caller.json(hq.post("/api/registry/clients", "{\"storeId\":\"" + STORE + "\"}"));
        String[] credentials = Caller.basic(
                client.path("clientId").asString(), client.path("secret").asString());
        return Caller.json(Caller.anonymous(port).form("/oauth2/token", "grant_type=client_credentials", credentials))
                .path("access_token")
                .asString();
    }

    private Socket open(String token) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        String request = "GET /api/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String until(BufferedReader lines, String prefix) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(prefix)) {
                return line;
            }
        }
        throw new IOException("the stream ended");
    }

    private static ProducerRecord<String, byte[]> row(String storeId, String day, long orders) {
        String row = "{\"storeId\":\"%s\",\"period\":\"%s\",\"revision\":1,\"totals\":{\"orders\":%d},\"slices\":[]}"
                .formatted(storeId, day, orders);
        return new ProducerRecord<>(Topics.KPI_ROWS, storeId + "|" + day, row.getBytes(StandardCharsets.UTF_8));
    }

    private static Envelope<EventData> reminder() {
        Instant now = Instant.now();
        var fired = new ReminderFired(
                DeadlineKind.COMPLAINT_RESPONSE,
                "complaint-1",
                0,
                0,
                List.of(Role.CUSTOMER_CARE_MANAGER),
                List.of(),
                null,
                RungAction.NOTIFY,
                now,
                now,
                now,
                false,
                null);
        return new Envelope<>("id-1", URI.create("/kpi-service"), "deadline-1", now, STORE, 1, now, null, fired);
    }

    private void produce(ProducerRecord<String, byte[]> record) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker()), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    private List<ConsumerRecord<String, byte[]>> written(String eventId) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.STORE_EVENTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (EventCodec.fromRecord(record.headers(), record.value())
                            .id()
                            .equals(eventId)) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }

    private String broker() {
        return environment.getRequiredProperty("spring.kafka.bootstrap-servers");
    }
}
