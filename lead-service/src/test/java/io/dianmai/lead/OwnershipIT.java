package io.dianmai.lead;

import static io.dianmai.kit.test.TestTokens.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadRecalled;
import io.dianmai.contracts.lead.RecallReason;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Leads go to the pool, out of it, and to others when their advisor leaves. */
@DianmaiTest
class OwnershipIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final MockMvcTester mvc;
    private final MongoTemplate mongo;
    private final StoreReplica stores;
    private final String store = "own-" + UUID.randomUUID();
    private final String manager = TestTokens.staff("m1", store, Role.SALES_MANAGER);
    private final Wire wire = new Wire(Topics.LEAD_EVENTS);

    OwnershipIT(@Autowired MockMvcTester mvc, @Autowired MongoTemplate mongo, @Autowired StoreReplica stores) {
        this.mvc = mvc;
        this.mongo = mongo;
        this.stores = stores;
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void recallsAnIdleLeadOnceAndGivesItOutAgain() {
        String idle = register("a1");
        String other = register("a1");
        Envelope<ReminderFired> reminder = idle(idle, "a1");
        wire.send(reminder);
        wire.send(reminder);
        wire.events(store, 7);

        assertThat(pool("true")).containsExactly(idle);
        assertThat(pool("false")).containsExactly(other);
        assertThat(post("/api/leads/" + idle + "/assignment", "k2", "{\"advisorId\":\"a2\"}"))
                .hasStatusOk();
        assertThat(pool("true")).isEmpty();
        wire.send(idle(idle, "a1"));
        wire.send(idle(other, "a2"));
        wire.send(idle(other, "a1"));

        assertThat(data(9).filter(LeadRecalled.class::isInstance).map(LeadRecalled.class::cast))
                .extracting(LeadRecalled::reason, LeadRecalled::previousAdvisorId)
                .containsExactly(tuple(RecallReason.IDLE, "a1"), tuple(RecallReason.IDLE, "a1"));
        assertThat(pool("true")).containsExactly(other);
    }

    @Test
    void passesALeadOnToSomebodyWhoIsStillThereWhenALateReminderFires() {
        LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
        publish(List.of(
                consultant("a1", null, null),
                consultant("a2", null, yesterday.minusDays(1)),
                consultant("a3", yesterday, null)));
        String lead = register("a1");

        wire.send(fired(DeadlineKind.FIRST_RESPONSE, RungAction.REASSIGN, lead, "a1", Duration.ofDays(3)));

        assertThat(data(4).filter(LeadAssigned.class::isInstance)
                        .map(LeadAssigned.class::cast)
                        .filter(assigned -> assigned.previousAdvisorId() != null))
                .extracting(LeadAssigned::advisorId)
                .containsExactly("a3");
    }

    @Test
    void recallsForAManagerOnly() {
        String lead = "/api/leads/" + register("a1");
        String consultant = TestTokens.staff("a1", store, Role.SALES_CONSULTANT);

        assertThat(send(consultant, lead + "/recall", "k1", "{}")).hasStatus(403);
        assertThat(send(TestTokens.staff("m2", "elsewhere", Role.SALES_MANAGER), lead + "/recall", "k1", "{}"))
                .hasStatus(404);
        assertThat(post(lead + "/recall", "k1", "{}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.recalled.reason")
                .isEqualTo("MANAGER");
        post(lead + "/assignment", "k2", "{\"advisorId\":\"a1\"}");
        post(
                lead + "/orders",
                "k3",
                "{\"orderRef\":\"SO-1\",\"model\":\"X5\",\"price\":1,\"deposit\":0,\"financed\":false,\"expectedPayment\":\"2026-12-01T00:00:00Z\"}");
        assertProblem(post(lead + "/recall", "k4", "{}"), 409, "ordered-lead-stays");
    }

    @Test
    void handsOverWhatALeaverHasAndFinishesWhatACrashLeft() {
        publish("a1", "a2", "a3");
        String first = register("a1");
        String second = register("a1");
        register("a2");
        assertThat(handOver("key-1", ""))
                .bodyJson()
                .extractingPath("$.counts.handedOver")
                .isEqualTo(2);
        // As a crash would have left it: the second lead is still the leaver's, and nobody was told the end.
        mongo.getCollection("handovers")
                .updateOne(new Document("storeId", store), new Document("$unset", new Document("counts", "")));
        mongo.getCollection("leads")
                .updateOne(
                        new Document("_id", second),
                        new Document(
                                "$set",
                                new Document("state.dimensions.advisorId", "a1").append("commands", List.of())));
        String later = register("a1");

        assertThat(handOver("key-1", ""))
                .bodyJson()
                .extractingPath("$.counts.handedOver")
                .isEqualTo(2);
        assertThat(handOver("key-1", "")).bodyJson().extractingPath("$.found").isEqualTo(2);
        assertThat(list("/api/leads?advisorId=a1&storeId=" + store)).containsExactly(later);
        assertThat(data(15).filter(LeadAssigned.class::isInstance)
                        .map(LeadAssigned.class::cast)
                        .filter(assigned -> assigned.reason() == AssignmentReason.LEAVER))
                .hasSize(3)
                .allMatch(assigned -> "a1".equals(assigned.previousAdvisorId()));
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void refusesWhoCannotTakeOver() {
        assertProblem(handOver("k", ""), 422, "nobody-known-at-store");
        publish("a1");
        assertProblem(handOver("k", ",\"to\":\"a9\""), 422, "advisor-not-at-store");
        assertProblem(handOver("k", ",\"to\":\"a1\""), 422, "handover-to-oneself");
        assertThat(post("/api/leads/handover", "k", "{\"storeId\":\"" + store + "\",\"from\":\"a1\"}"))
                .hasStatus(400)
                .bodyText()
                .contains("/reason");
        assertThat(send(
                        TestTokens.staff("a2", store, Role.SALES_CONSULTANT),
                        "/api/leads/handover",
                        "k",
                        handOverOf("")))
                .hasStatus(403);
        assertThat(send(
                        TestTokens.staff("m2", "elsewhere", Role.SALES_MANAGER),
                        "/api/leads/handover",
                        "k",
                        handOverOf("")))
                .hasStatus(404);
        register("a1");
        assertThat(handOver("k2", ""))
                .bodyJson()
                .extractingPath("$.counts.recalled")
                .isEqualTo(1);
    }

    private Stream<EventData> data(int count) {
        return wire.events(store, count).stream().map(Envelope::data);
    }

    private static void assertProblem(MvcTestResult answer, int status, String type) {
        assertThat(answer)
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://dianmai.io/problems/" + type);
    }

    /** Fired after the lead was put on file, for a month that ended then. */
    private Envelope<ReminderFired> idle(String leadId, String ownerId) {
        return fired(DeadlineKind.LEAD_IDLE, RungAction.RECALL, leadId, ownerId, Duration.ZERO);
    }

    private Envelope<ReminderFired> fired(
            DeadlineKind kind, RungAction action, String leadId, String ownerId, Duration late) {
        Instant now = Instant.now();
        Instant due = now.minus(late);
        var fired = new ReminderFired(
                kind,
                leadId,
                2,
                0,
                List.of(Role.SALES_MANAGER),
                List.of(ownerId),
                ownerId,
                action,
                due,
                due,
                now,
                late.isPositive(),
                null);
        return new Envelope<>(
                AggregateIds.next(),
                URI.create("/kpi-service"),
                leadId + ":" + UUID.randomUUID(),
                due,
                store,
                1,
                now,
                null,
                fired);
    }

    private void publish(String... consultants) {
        publish(Stream.of(consultants).map(id -> consultant(id, null, null)).toList());
    }

    private static StaffMember consultant(String id, @Nullable LocalDate startedOn, @Nullable LocalDate leftOn) {
        return new StaffMember(id, "顾问", List.of(Role.SALES_CONSULTANT), "t1", leftOn, startedOn);
    }

    private void publish(List<StaffMember> staff) {
        var hours = new BusinessHours(
                Stream.of(DayOfWeek.values())
                        .collect(Collectors.toMap(
                                day -> day,
                                _ -> List.of(new BusinessHours.Window(LocalTime.of(9, 0), LocalTime.of(18, 0))))),
                Set.of(),
                Map.of());
        var published = new StorePublished(
                store, "西湖店", "east", "华东", "toyota", "丰田", Tier.MID, "Asia/Shanghai", 1, 1, hours, List.of(), staff);
        wire.send(new Envelope<>(
                AggregateIds.next(), URI.create("/gateway"), store, Wire.TIME, store, 1, Wire.TIME, null, published));
        // Known nowhere else, so that this is the first to read it.
        await().atMost(PATIENCE).until(() -> stores.find(store).isPresent());
    }

    private String register(String advisorId) {
        var registered = post(
                "/api/leads",
                UUID.randomUUID().toString(),
                "{\"storeId\":\"%s\",\"channel\":\"WEB\",\"advisorId\":\"%s\",\"criteria\":[\"WISHES_TO_BUY\"]}"
                        .formatted(store, advisorId));
        assertThat(registered).hasStatus(201);
        return JsonPath.read(body(registered), "$.id");
    }

    private List<String> pool(String pool) {
        return list("/api/leads?pool=" + pool + "&storeId=" + store);
    }

    private List<String> list(String path) {
        return JsonPath.read(
                body(mvc.get()
                        .uri(path)
                        .header("Authorization", bearer(manager))
                        .exchange()),
                "$.items[*].id");
    }

    private MvcTestResult handOver(String key, String to) {
        return post("/api/leads/handover", key, handOverOf(to));
    }

    private String handOverOf(String to) {
        return "{\"storeId\":\"%s\",\"from\":\"a1\",\"reason\":\"leaves\"%s}".formatted(store, to);
    }

    private MvcTestResult post(String path, String key, String body) {
        return send(manager, path, key, body);
    }

    private MvcTestResult send(String token, String path, String key, String body) {
        return mvc.post()
                .uri(path)
                .header("Authorization", bearer(token))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
