package io.dianmai.lead;

import static io.dianmai.kit.test.TestTokens.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.audit.AuditRecorded;
import io.dianmai.contracts.followup.LevelProposed;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import io.dianmai.kit.test.TopicReader;
import io.dianmai.lead.lead.GradingProposals;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Headquarters changes by what one store's leads are graded and scored. */
@DianmaiTest
class GradingIT {
    private final MockMvcTester mvc;
    private final GradingProposals proposals;
    private final MeterRegistry meters;
    private final String store = "grading-" + UUID.randomUUID();
    private final String manager = TestTokens.staff("m1", store, Role.SALES_MANAGER);
    private String kind = "grading";

    GradingIT(@Autowired MockMvcTester mvc, @Autowired GradingProposals proposals, @Autowired MeterRegistry meters) {
        this.mvc = mvc;
        this.proposals = proposals;
        this.meters = meters;
    }

    @BeforeEach
    void publish() {
        List<StaffMember> staff = Stream.of("a1", "a2")
                .map(id -> new StaffMember(id, "顾问", List.of(Role.SALES_CONSULTANT), "t1", null))
                .toList();
        var always = Stream.of(DayOfWeek.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        day -> List.of(new BusinessHours.Window(LocalTime.of(9, 0), LocalTime.of(18, 0)))));
        var hours = new BusinessHours(always, Set.of(), Map.of());
        var published = new StorePublished(
                store, "西湖店", "east", "华东", "toyota", "丰田", Tier.MID, "Asia/Shanghai", 1, 1, hours, List.of(), staff);
        try (var wire = new Wire(Topics.ORG_EVENTS)) {
            wire.send(event(store, 1, published));
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(send(
                                HttpMethod.GET,
                                "/api/lead-policies/grading?scope=store:" + store,
                                null,
                                TestTokens.hq()))
                        .hasStatusOk());
    }

    @AfterEach
    void end() {
        send(HttpMethod.DELETE, policy(), null, TestTokens.hq());
    }

    @Test
    void aStoreGoesByItsOwnScheme() {
        String templates = body(send(HttpMethod.GET, "/api/lead-policies/grading/templates", null, manager));
        Object habc = JsonPath.read(templates, "$.templates[1]");
        MvcTestResult put = send(HttpMethod.PUT, policy(), JsonPath.parse(habc).jsonString(), TestTokens.hq());
        assertThat(put)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.inForce.policy.name")
                .isEqualTo("H/A/B/C");

        String id = JsonPath.read(body(register("\"criteria\":[\"MODEL_AND_COLOUR_CHOSEN\"]")), "$.id");
        send(HttpMethod.POST, "/api/leads/" + id + "/grading", "{\"criteria\":[\"DEPOSIT_TAKEN\"]}", manager);
        send(HttpMethod.POST, "/api/leads/" + id + "/grading", "{\"level\":\"B\",\"reason\":\"no credit\"}", manager);

        String lead = body(send(HttpMethod.GET, "/api/leads/" + id, null, manager));
        assertThat(JsonPath.<String>read(lead, "$.level")).isEqualTo("B");
        assertThat(JsonPath.<String>read(lead, "$.levelByCriteria")).isEqualTo("H");
        assertThat(JsonPath.<String>read(lead, "$.levelScheme")).isEqualTo("H/A/B/C");
        assertThat(JsonPath.<String>read(lead, "$.levelReason")).isEqualTo("no credit");
        String levels = body(send(HttpMethod.GET, "/api/leads/" + id + "/levels", null, manager));
        assertThat(JsonPath.<List<String>>read(levels, "$.levels[*].level")).containsExactly("B", "H", "A");
        assertThat(send(
                        HttpMethod.GET,
                        "/api/leads/" + id + "/levels",
                        null,
                        TestTokens.staff("m2", "elsewhere", Role.SALES_MANAGER)))
                .hasStatus(404);
    }

    @Test
    void aSchemeThatDoesNotHoldTogetherIsRefused() {
        MvcTestResult refused = send(
                HttpMethod.PUT,
                policy(),
                "{\"name\":\"x\",\"levels\":[{\"level\":\"A\",\"criteria\":[]}],\"unmet\":\"A\","
                        + "\"leftByCancelledOrder\":[]}",
                TestTokens.hq());
        assertThat(refused)
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.type")
                .asString()
                .endsWith("unfit-policy");
        assertThat(JsonPath.<List<String>>read(body(refused), "$.errors[*].pointer"))
                .contains("/levels");
        assertThat(send(HttpMethod.PUT, policy(), "{\"levels\":[{\"level\":\"Z\"}]}", TestTokens.hq()))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/levels/0/level");
        assertThat(send(HttpMethod.PUT, policy(), "{}", manager)).hasStatus(403);
    }

    @Test
    void aChangeIsOnItsWayToTheAuditLog() {
        String templates = body(send(HttpMethod.GET, "/api/lead-policies/grading/templates", null, manager));
        Object habc = JsonPath.read(templates, "$.templates[1]");
        assertThat(send(HttpMethod.PUT, policy(), JsonPath.parse(habc).jsonString(), TestTokens.hq()))
                .hasStatusOk();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(audited("grading/store:" + store))
                        .singleElement()
                        .satisfies(entry -> {
                            assertThat(entry.kind()).isEqualTo("policy.changed");
                            assertThat(entry.service()).isEqualTo("lead-service");
                            assertThat(entry.actor().subject()).isEqualTo("hq");
                            assertThat(entry.outcome()).isEqualTo(AuditRecorded.Outcome.DONE);
                        }));
    }

    private static List<AuditRecorded> audited(String policy) {
        return TopicReader.read(Topics.AUDIT_LOG, AuditRecorded.GROUP).stream()
                .map(record -> (AuditRecorded)
                        EventCodec.fromRecord(record.headers(), record.value()).data())
                .filter(entry -> policy.equals(entry.objectId()))
                .toList();
    }

    @Test
    void whatScoresTooLittleWaitsForMarketing() {
        kind = "scoring";
        String list = body(send(HttpMethod.GET, "/api/lead-policies?store=" + store, null, TestTokens.hq()));
        List<Object> shipped = JsonPath.read(list, "$.policies[?(@.kind=='scoring')].policy");
        String choosy =
                JsonPath.parse(shipped.getFirst()).set("$.threshold", 20).jsonString();
        assertThat(send(HttpMethod.PUT, policy(), choosy, TestTokens.hq())).hasStatusOk();

        String id = JsonPath.read(body(register("\"model\":\"Yunhai X5\"")), "$.id");
        String waiting = body(send(HttpMethod.GET, "/api/leads?nurture=true&storeId=" + store, null, manager));
        assertThat(JsonPath.<List<String>>read(waiting, "$.items[*].id")).containsExactly(id);
        assertThat(JsonPath.<List<Integer>>read(waiting, "$.items[*].score")).containsExactly(10);
        send(HttpMethod.POST, "/api/leads/" + id + "/assignment", "{\"advisorId\":\"a1\"}", manager);
        assertThat(JsonPath.<List<String>>read(
                        body(send(HttpMethod.GET, "/api/leads?nurture=true&storeId=" + store, null, manager)),
                        "$.items"))
                .isEmpty();
        assertThat(JsonPath.<List<String>>read(
                        body(send(HttpMethod.GET, "/api/leads?nurture=false&storeId=" + store, null, manager)),
                        "$.items"))
                .hasSize(1);
    }

    @Test
    void aLevelProposedAfterAContactIsTakenOnceOrCounted() {
        String id = JsonPath.read(body(register("\"model\":\"Yunhai X5\"")), "$.id");
        double refusedBefore = refused();
        var event = proposed(id, 1, Level.A, "asked for the contract");
        proposals.on(event, event.data());
        proposals.on(event, event.data());
        var unfit = proposed(id, 2, Level.H, "very keen");
        proposals.on(unfit, unfit.data());

        String levels = body(send(HttpMethod.GET, "/api/leads/" + id + "/levels", null, manager));
        assertThat(JsonPath.<List<String>>read(levels, "$.levels[*].level")).containsExactly("A", "C");
        assertThat(refused() - refusedBefore).isEqualTo(1);
    }

    private double refused() {
        return meters.get("dianmai.grading.proposals.refused").counter().count();
    }

    private Envelope<LevelProposed> proposed(String id, long sequence, Level level, String reason) {
        var dimensions = new LeadDimensions(Channel.WEB, null, null, null, null, null);
        return event(id, sequence, new LevelProposed(dimensions, level, "a1", reason));
    }

    private <E extends EventData> Envelope<E> event(String subject, long sequence, E data) {
        return new Envelope<>(
                AggregateIds.next(), URI.create("/it"), subject, Wire.TIME, store, sequence, Wire.TIME, null, data);
    }

    private String policy() {
        return "/api/lead-policies/" + kind + "?scope=store:" + store;
    }

    private MvcTestResult register(String more) {
        return send(
                HttpMethod.POST,
                "/api/leads",
                "{\"storeId\":\"" + store + "\",\"channel\":\"WEB\",\"customerName\":\"王建国\"," + more + "}",
                manager);
    }

    private MvcTestResult send(HttpMethod method, String path, @Nullable String body, String token) {
        var request = mvc.method(method).uri(path).header("Authorization", bearer(token));
        return (body == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).content(body))
                .exchange();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
