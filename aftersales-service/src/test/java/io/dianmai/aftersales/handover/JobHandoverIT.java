package io.dianmai.aftersales.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.aftersales.ComplaintReassigned;
import io.dianmai.contracts.aftersales.RepairOrderReassigned;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import io.dianmai.kit.test.TopicReader;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a service adviser had in hand goes to others, once however often it is asked for. */
@DianmaiTest
class JobHandoverIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final MockMvcTester mvc;
    private final MongoTemplate mongo;
    private final StoreReplica stores;
    private final Producer<String, byte[]> producer;
    private final String store = "ho-" + AggregateIds.next();
    private final String manager = TestTokens.staff("m1", store, Role.SERVICE_MANAGER);

    JobHandoverIT(
            @Autowired MockMvcTester mvc,
            @Autowired MongoTemplate mongo,
            @Autowired StoreReplica stores,
            @Autowired @Qualifier("outboxProducer") Producer<String, byte[]> producer) {
        this.mvc = mvc;
        this.mongo = mongo;
        this.stores = stores;
        this.producer = producer;
    }

    @Test
    void dealsJobsAndComplaintsToTheOthers() {
        publish(adviser("li"), adviser("wang"));
        post("/api/repair-orders", "{\"storeId\":\"%s\",\"kind\":\"PAINT\",\"booked\":false,\"adviserId\":\"li\"}");
        post("/api/repair-orders", "{\"storeId\":\"%s\",\"kind\":\"PAINT\",\"booked\":false,\"adviserId\":\"wang\"}");
        post("/api/complaints", "{\"storeId\":\"%s\",\"category\":\"PRICE\",\"adviserId\":\"li\"}");

        MvcTestResult answer = handOver(manager, "key-1", "");
        assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.found").isEqualTo(2);
        assertThat(answer).bodyJson().extractingPath("$.counts.repairOrders").isEqualTo(1);
        assertThat(answer).bodyJson().extractingPath("$.counts.complaints").isEqualTo(1);
        await().atMost(PATIENCE).until(() -> said().size() == 5);
        assertThat(said())
                .filteredOn(RepairOrderReassigned.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(RepairOrderReassigned.class, moved -> {
                    assertThat(moved.dimensions().adviserId()).isEqualTo("wang");
                    assertThat(moved.dimensions().teamId()).isEqualTo("t-wang");
                    assertThat(moved.previousAdviserId()).isEqualTo("li");
                });
        assertThat(said()).filteredOn(ComplaintReassigned.class::isInstance).hasSize(1);
    }

    @Test
    void finishesWhatACrashLeftAndTouchesNothingThatCameLater() {
        publish(adviser("li"), adviser("wang"));
        for (int i = 0; i < 3; i++) {
            post("/api/complaints", "{\"storeId\":\"%s\",\"category\":\"PRICE\",\"adviserId\":\"li\"}");
        }
        assertThat(handOver(manager, "key-1", ""))
                .bodyJson()
                .extractingPath("$.counts.complaints")
                .isEqualTo(3);
        // As a crash would have left it: one complaint is still with the leaver, and nobody was told the end.
        mongo.getCollection("handovers").updateOne(new Document("storeId", store), unset("counts"));
        Document untouched = mongo.getCollection("complaints")
                .find(new Document("storeId", store))
                .first();
        mongo.getCollection("complaints")
                .updateOne(
                        new Document("_id", Objects.requireNonNull(untouched).getString("_id")),
                        new Document(
                                "$set",
                                new Document("state.dimensions.adviserId", "li").append("commands", List.of())));
        post("/api/complaints", "{\"storeId\":\"%s\",\"category\":\"WAITING\",\"adviserId\":\"li\"}");

        assertThat(handOver(manager, "key-1", ""))
                .bodyJson()
                .extractingPath("$.counts.complaints")
                .isEqualTo(3);
        assertThat(handOver(manager, "key-1", ""))
                .bodyJson()
                .extractingPath("$.found")
                .isEqualTo(3);
        await().atMost(PATIENCE).until(() -> said().size() == 8);
        assertThat(said()).filteredOn(ComplaintReassigned.class::isInstance).hasSize(4);
        assertThat(ofLi()).isEqualTo(1);
    }

    @Test
    void refusesWhoCannotTakeOver() {
        publish(adviser("li"));

        assertProblem(handOver(manager, "k", ""), 422, "no-other-adviser");
        assertProblem(handOver(manager, "k", ",\"to\":\"zhao\""), 422, "adviser-not-at-store");
        assertProblem(handOver(manager, "k", ",\"to\":\"li\""), 422, "handover-to-oneself");
        assertThat(handOver(TestTokens.staff("li", store, Role.SERVICE_ADVISER), "k", ""))
                .hasStatus(403);
        assertThat(handOver(TestTokens.staff("m2", "elsewhere", Role.SERVICE_MANAGER), "k", ""))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/api/jobs/handover")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(401);
    }

    private static void assertProblem(MvcTestResult answer, int status, String type) {
        assertThat(answer)
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://dianmai.io/problems/" + type);
    }

    private long ofLi() {
        return mongo.getCollection("complaints")
                .countDocuments(new Document("storeId", store).append("state.dimensions.adviserId", "li"));
    }

    private static Document unset(String field) {
        return new Document("$unset", new Document(field, ""));
    }

    private void post(String path, String body) {
        assertThat(send(manager, path, AggregateIds.next(), body.formatted(store)))
                .hasStatus(201);
    }

    private MvcTestResult handOver(String token, String key, String to) {
        return send(
                token,
                "/api/jobs/handover",
                key,
                "{\"storeId\":\"%s\",\"from\":\"li\",\"reason\":\"leaves\"%s}".formatted(store, to));
    }

    private MvcTestResult send(String token, String path, String key, String body) {
        return mvc.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(token))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private void publish(StaffMember... staff) {
        var hours = new BusinessHours(
                Map.of(DayOfWeek.MONDAY, List.of(new BusinessHours.Window(LocalTime.of(9, 0), LocalTime.of(18, 0)))),
                Set.of(),
                Map.of());
        var published = new StorePublished(
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
                List.of(staff));
        var event = new Envelope<>(
                AggregateIds.next(),
                URI.create("/gateway"),
                store,
                Instant.EPOCH,
                store,
                1,
                Instant.EPOCH,
                null,
                published);
        assertThat(producer.send(EventCodec.toRecord(event))).succeedsWithin(PATIENCE);
        await().atMost(PATIENCE).until(() -> stores.find(store).isPresent());
    }

    private static StaffMember adviser(String staffId) {
        return new StaffMember(staffId, "顾问", List.of(Role.SERVICE_ADVISER), "t-" + staffId, null);
    }

    private List<EventData> said() {
        return TopicReader.read(Topics.AFTERSALES_EVENTS, store).stream()
                .map(record ->
                        EventCodec.fromRecord(record.headers(), record.value()).data())
                .toList();
    }
}
