package io.dianmai.lead;

import static io.dianmai.kit.test.TestTokens.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.fact.LeadTakenBack;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whom leads go to, and how they go to the pool and out of it, by the rules that headquarters sets. */
@DianmaiTest
class PoolIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final MockMvcTester mvc;
    private final StoreReplica stores;
    private final String store = "pool-" + UUID.randomUUID();
    private final String manager = TestTokens.staff("m1", store, Role.SALES_MANAGER);
    private final Wire wire = new Wire(Topics.LEAD_EVENTS);

    PoolIT(@Autowired MockMvcTester mvc, @Autowired StoreReplica stores) {
        this.mvc = mvc;
        this.stores = stores;
    }

    /** a1 of team t1, a2 and a3 of team t2; open at all hours. */
    @BeforeEach
    void publish() {
        var always = List.of(new BusinessHours.Window(LocalTime.MIN, LocalTime.of(23, 59)));
        Map<DayOfWeek, List<BusinessHours.Window>> week =
                Stream.of(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), _ -> always));
        List<StaffMember> staff = Stream.of("a1", "a2", "a3")
                .map(id ->
                        new StaffMember(id, "顾问", List.of(Role.SALES_CONSULTANT), id.equals("a1") ? "t1" : "t2", null))
                .toList();
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
                new BusinessHours(week, Set.of(), Map.of()),
                List.of(),
                staff);
        wire.send(new Envelope<>(
                AggregateIds.next(), URI.create("/gateway"), store, Wire.TIME, store, 1, Wire.TIME, null, published));
        await().atMost(PATIENCE).until(() -> stores.find(store).isPresent());
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void dealsInTurnUntilNobodyHasRoomAndTellsTheManager() {
        policy(
                "assignment",
                "{\"rule\":\"ROUND_ROBIN\",\"roles\":[\"SALES_CONSULTANT\"],\"matches\":[],\"capacity\":1}");
        put(
                manager,
                "/api/advisor-loads/a3/days-off",
                "{\"storeId\":\"%s\",\"days\":[\"%s\"]}".formatted(store, today()));
        List<String> leads = IntStream.range(0, 3).mapToObj(_ -> register("")).toList();

        assertThat(list("/api/leads?storeId=" + store + "&unassigned=true", "$.items[*].id"))
                .containsExactly(leads.get(2));
        assertThat(list("/api/leads?storeId=" + store + "&unassigned=false", "$.items[*].advisorId"))
                .containsExactly("a2", "a1");
        String third = "/api/leads/" + leads.get(2);
        await().atMost(PATIENCE)
                .until(
                        () -> list("/api/advisor-loads?storeId=" + store, "$.advisors[*].open"),
                        List.of(1, 1, 0)::equals);
        assertProblem(post(manager, third + "/assignment", "{\"advisorId\":\"a1\"}"), 409, "advisor-at-capacity");
        assertThat(post(
                        TestTokens.staff("s1", store, Role.SHOWROOM_SUPERVISOR),
                        third + "/assignment",
                        "{\"advisorId\":\"a1\",\"overCapacity\":true}"))
                .hasStatus(403);
        assertThat(post(manager, third + "/assignment", "{\"advisorId\":\"a1\",\"overCapacity\":true}"))
                .hasStatusOk();
        await().atMost(PATIENCE)
                .until(
                        () -> list("/api/advisor-loads?storeId=" + store, "$.advisors[*].open"),
                        List.of(2, 1, 0)::equals);
        assertThat(list("/api/advisor-loads?storeId=" + store, "$.advisors[*].dealtToday"))
                .isEqualTo(List.of(2, 1, 0));
        assertThat(list("/api/advisor-loads?storeId=" + store, "$.advisors[*].byLevel.C"))
                .isEqualTo(List.of(2, 1));
        assertThat(list("/api/advisor-loads?storeId=" + store, "$.advisors[*].offToday"))
                .isEqualTo(List.of(false, false, true));
    }

    @Test
    void letsAdvisorsClaimWithinTheCapsAndNotTheirOwn() {
        policy(
                "pool",
                "{\"claimsPerDay\":1,\"ownLeadAfterDays\":30,\"refuseWithinHours\":24,\"contactWithin\":\"P10D\"}");
        String first = register("a1");
        String second = register("a1\",\"leadRef\":\"XS-9");
        assertProblem(post(advisor("a2"), "/api/leads/" + first + "/claim", "{}"), 409, "lead-not-in-pool");
        post(manager, "/api/leads/" + first + "/recall", "{\"note\":\"too quiet\"}");
        wire.send(Wire.fact(store, new LeadTakenBack("XS-9", "wants somebody else")));

        String pool = "/api/lead-pool?storeId=" + store;
        await().atMost(PATIENCE).until(() -> list(pool, "$.items[*].id").size() == 2);
        assertThat(list(pool, "$.items[*].note")).containsExactlyInAnyOrder("too quiet", "wants somebody else");
        assertThat(list(pool, "$.items[*].previousAdvisorId")).containsExactly("a1", "a1");
        assertThat(list(pool, "$.items[*].timesInPool")).containsExactly(1, 1);
        assertThat(list(pool + "&reason=IDLE", "$.items[*].id")).isEmpty();
        assertProblem(post(advisor("a1"), "/api/leads/" + first + "/claim", "{}"), 409, "own-lead-too-soon");
        assertThat(send(HttpMethod.POST, advisor("a2"), "/api/leads/" + first + "/claim", "again", "{}"))
                .hasStatusOk();
        assertThat(send(HttpMethod.POST, advisor("a2"), "/api/leads/" + first + "/claim", "again", "{}"))
                .hasStatusOk();
        assertProblem(post(advisor("a2"), "/api/leads/" + second + "/claim", "{}"), 409, "claims-per-day-reached");
        assertProblem(post(advisor("a3"), "/api/leads/" + first + "/claim", "{}"), 409, "lead-not-in-pool");
        assertThat(post(advisor("a3"), "/api/leads/" + second + "/claim", "{}")).hasStatusOk();
        assertThat(post(manager, "/api/leads/" + second + "/claim", "{}")).hasStatus(403);
        assertThat(post(
                        TestTokens.staff("a2", "elsewhere", Role.SALES_CONSULTANT),
                        "/api/leads/" + second + "/claim",
                        "{}"))
                .hasStatus(404);
    }

    @Test
    void letsOwnersGiveBackAndRefuseWithAReason() {
        String lead = "/api/leads/" + register("a1");

        assertThat(post(advisor("a1"), lead + "/refusal", "{}")).hasStatus(400);
        assertProblem(post(advisor("a2"), lead + "/refusal", "{\"reason\":\"no\"}"), 409, "not-the-owner");
        assertThat(post(advisor("a1"), lead + "/refusal", "{\"reason\":\"not my model\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.advisorId")
                .isEqualTo("a2");
        assertThat(post(advisor("a2"), lead + "/return", "{\"reason\":\"moved away\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.recalled.reason")
                .isEqualTo("RETURNED");
        assertThat(list(lead + "/owners", "$.items[*].note")).containsExactly("moved away", "not my model");
        assertThat(list(lead + "/owners", "$.items[*].assigned")).containsExactly("REFUSED", "MANUAL");
    }

    @Test
    void sharesOutTheQuotaOfTheDayAndNoMore() {
        String asked = "{\"storeId\":\"" + store + "\"}";
        assertProblem(post(manager, "/api/lead-pool/share-out", asked), 422, "no-share-out-team");
        policy("pool", pool("nobody"));
        assertProblem(post(manager, "/api/lead-pool/share-out", asked), 409, "nobody-at-work-in-team");
        policy("pool", pool("t2"));
        List<String> leads = IntStream.range(0, 5).mapToObj(_ -> register("a1")).toList();
        leads.forEach(lead -> post(manager, "/api/leads/" + lead + "/recall", "{}"));

        var shared = send(HttpMethod.POST, manager, "/api/lead-pool/share-out", "today", asked);
        assertThat(list(body(shared), shared, "$.shares[*].leadId")).isEqualTo(leads.subList(0, 3));
        assertThat(list(body(shared), shared, "$.shares[*].advisorId")).containsExactly("a2", "a3", "a2");
        assertThat(shared).bodyJson().extractingPath("$.counts.sharedOut").isEqualTo(3);
        assertThat(body(send(HttpMethod.POST, manager, "/api/lead-pool/share-out", "today", asked)))
                .isEqualTo(body(shared));
        assertThat(post(manager, "/api/lead-pool/share-out", asked))
                .bodyJson()
                .extractingPath("$.shares.length()")
                .isEqualTo(0);
        assertThat(list("/api/lead-pool?storeId=" + store, "$.items[*].id")).isEqualTo(leads.subList(3, 5));
        assertThat(post(advisor("a2"), "/api/lead-pool/share-out", asked)).hasStatus(403);
    }

    private static String pool(String team) {
        return "{\"ownLeadAfterDays\":30,\"refuseWithinHours\":24,\"contactWithin\":\"P10D\",\"shareOut\":{\"teamId\":\"%s\",\"perDay\":3}}"
                .formatted(team);
    }

    private static LocalDate today() {
        return Instant.now().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
    }

    private String advisor(String id) {
        return TestTokens.staff(id, store, Role.SALES_CONSULTANT);
    }

    /** A store that was published a moment ago is known to whoever takes policies within a second. */
    private void policy(String kind, String policy) {
        String path = "/api/lead-policies/" + kind + "?scope=store:" + store;
        await().atMost(PATIENCE)
                .until(() -> put(TestTokens.hq(), path, policy).getResponse().getStatus() == 200);
    }

    private String register(String advisorId) {
        String named = advisorId.isEmpty() ? "" : ",\"advisorId\":\"" + advisorId + "\"";
        var registered = post(
                manager,
                "/api/leads",
                "{\"storeId\":\"%s\",\"channel\":\"WEB\",\"criteria\":[\"WISHES_TO_BUY\"]%s}".formatted(store, named));
        assertThat(registered).hasStatus(201);
        return JsonPath.read(body(registered), "$.id");
    }

    private List<Object> list(String path, String where) {
        var answer =
                mvc.get().uri(path).header("Authorization", bearer(manager)).exchange();
        return list(body(answer), answer, where);
    }

    private static List<Object> list(String body, MvcTestResult answer, String where) {
        assertThat(answer).hasStatusOk();
        Object found = JsonPath.read(body, where);
        return found instanceof List<?> many ? List.copyOf(many) : List.of(found);
    }

    private MvcTestResult post(String token, String path, String body) {
        return send(HttpMethod.POST, token, path, UUID.randomUUID().toString(), body);
    }

    private MvcTestResult put(String token, String path, String body) {
        return send(HttpMethod.PUT, token, path, UUID.randomUUID().toString(), body);
    }

    private MvcTestResult send(HttpMethod method, String token, String path, String key, String body) {
        return mvc.method(method)
                .uri(path)
                .header("Authorization", bearer(token))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static void assertProblem(MvcTestResult answer, int status, String type) {
        assertThat(answer)
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://dianmai.io/problems/" + type);
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
