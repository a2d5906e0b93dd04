package io.dianmai.lead;

import static io.dianmai.kit.test.TestTokens.bearer;
import static io.dianmai.lead.Wire.type;
import static io.dianmai.lead.Wire.types;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadTestDriven;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The API of leads and visits, as people and store systems use it. */
@DianmaiTest
class LeadApiIT {
    /** Every test has a customer of its own: a phone belongs to one lead of a store, and is seen by all stores. */
    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

    private static final String ORDER = """
            {"orderRef":"SO-1","model":"Yunhai X5","price":15000000,"deposit":500000,"financed":true}""";
    private static final String CANCELLATION = "{\"orderRef\":\"SO-1\",\"reason\":\"no credit\"}";
    private static final String DELIVERY = """
            {"orderRef":"SO-1","grossProfit":800000,"accessoryRevenue":0,"newEnergy":true,
             "flagship":false,"insured":true,"stockAgeDays":30}""";

    private final MockMvcTester mvc;
    private final String middle = "%04d".formatted(CUSTOMERS.incrementAndGet());
    private final String phone = "138 " + middle + " 0017";
    private final String store = "api-" + UUID.randomUUID();
    private final String manager = TestTokens.staff("m1", store, Role.SALES_MANAGER);

    LeadApiIT(@Autowired MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void leadsACustomerFromRegistrationToDelivery() {
        String id = read(register(null), "$.id");
        post("/api/leads/" + id + "/assignment", "{\"advisorId\":\"a2\"}");
        post(
                "/api/leads/" + id + "/test-drives",
                "{\"model\":\"Yunhai X5\",\"startedAt\":\"2026-03-10T02:00:00Z\",\"endedAt\":\"2026-03-10T02:25:00Z\"}");
        post("/api/leads/" + id + "/orders", ORDER);
        var delivered = post("/api/leads/" + id + "/delivery", DELIVERY);

        assertThat(delivered).hasStatusOk().bodyJson().extractingPath("$.stage").isEqualTo("DELIVERED");
        try (var wire = new Wire(Topics.LEAD_EVENTS)) {
            var events = wire.events(store, 8);
            assertThat(types(events))
                    .containsExactly(
                            type(LeadRegistered.class),
                            type(LeadAssigned.class),
                            type(LeadGraded.class),
                            type(LeadAssigned.class),
                            type(LeadTestDriven.class),
                            type(LeadOrdered.class),
                            type(LeadGraded.class),
                            type(LeadDelivered.class));
            assertThat(events).extracting(event -> event.sequence()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
            wire.records(store)
                    .forEach(one -> assertThat(new String(one.value(), StandardCharsets.UTF_8))
                            .doesNotContain("138" + middle + "0017"));
        }
    }

    @Test
    void answersWithTheNewLeadMasked() {
        var registered = register(null);

        assertThat(registered).hasStatus(201).headers().hasValue("ETag", "\"1\"");
        assertThat(registered).headers().hasValue("Location", "/api/leads/" + read(registered, "$.id"));
        assertThat(read(registered, "$.phone")).isEqualTo("138****0017");
        assertThat(body(registered)).doesNotContain("138" + middle + "0017", phone, "王建国", "phoneHash", "sealed.v1");
        assertThat(read(get("/api/leads/" + read(registered, "$.id")), "$.stage"))
                .isEqualTo("REGISTERED");
    }

    @Test
    void registersOnceForOneIdempotencyKey() {
        String key = UUID.randomUUID().toString();

        assertThat(read(register(key), "$.id")).isEqualTo(read(register(key), "$.id"));
        assertThat(items(get("/api/leads?storeId=" + store))).hasSize(1);
        assertThat(send("/api/leads", key, registration("13900000018"))).hasStatus(409);
    }

    @Test
    void findsLeadsByPhoneHoweverItIsWritten() {
        register(null);

        assertThat(items(post("/api/leads/search", "{\"phone\":\"+86 138-%s-0017\"}".formatted(middle))))
                .hasSize(1);
        assertThat(items(post("/api/leads/search", "{\"phone\":\"13800000018\"}")))
                .isEmpty();
        assertThat(post("/api/leads/search", "{\"phone\":\"nobody\"}")).hasStatus(400);
    }

    @Test
    void pagesFromTheNewest() {
        String first = read(register(null), "$.id");
        String second = read(post("/api/leads", registration("13900000021")), "$.id");
        String third = read(post("/api/leads", registration("13900000022")), "$.id");

        var page = get("/api/leads?limit=2&storeId=" + store);
        var rest = get("/api/leads?limit=2&storeId=" + store + "&cursor=" + read(page, "$.next"));

        assertThat(items(page)).hasSize(2);
        assertThat(items(rest)).hasSize(1);
        assertThat(List.of(items(page).get(0), items(page).get(1), items(rest).get(0)))
                .containsExactlyInAnyOrder(first, second, third);
        assertThat(get("/api/leads?limit=201")).hasStatus(400);
        assertThat(get("/api/leads?cursor=x")).hasStatus(400);
        assertThat(get("/api/leads?stage=SOLD")).hasStatus(400);
    }

    @Test
    void logsVisitsAndTellsTheLead() {
        String id = read(register(null), "$.id");
        var visit = post(
                "/api/visits",
                "{\"storeId\":\"%s\",\"kind\":\"WALK_IN\",\"partySize\":2,\"retained\":true,\"leadId\":\"%s\"}"
                        .formatted(store, id));

        assertThat(visit).hasStatus(201);
        assertThat(items(get("/api/visits?storeId=" + store))).containsExactly(read(visit, "$.id"));
        await().untilAsserted(() ->
                assertThat(read(get("/api/leads/" + id), "$.stage")).isEqualTo("VISITED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/grading|{\"criteria\":[]}|422",
                "/grading|{\"level\":\"A\"}|422",
                "/grading|{\"level\":\"H\",\"reason\":\"keen\"}|422",
                "/grading|{\"level\":\"Z\"}|400",
                "/delivery|{\"orderRef\":\"SO-1\"}|400",
                "/orders/cancellation|{}|400",
                "/orders/cancellation|{\"orderRef\":\"SO-1\"}|409",
                "/loss|{}|400",
                "/orders|{\"orderRef\":\"SO-1\",\"model\":\"Yunhai X5\",\"price\":-1,\"deposit\":0,\"financed\":false}|400",
                "/orders|{\"orderRef\":\"SO-1\",\"model\":\"Yunhai X5\",\"price\":1,\"deposit\":0,\"financed\":false,\"time\":\"2126-01-01T00:00:00Z\"}|400",
                "/assignment|{\"advisorId\":\"a2\",\"colour\":\"red\"}|400",
                "/orders|nonsense|400"
            })
    void answersWrongRequestsWithTheirProblem(String path, String body, int status) {
        String id = read(register(null), "$.id");

        assertThat(post("/api/leads/" + id + path, body))
                .hasStatus(status)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void refusesWhatTheLeadDoesNotAllow() {
        String id = read(register(null), "$.id");

        assertThat(post("/api/leads/" + id + "/delivery", DELIVERY))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://dianmai.io/problems/lead-not-ordered");
    }

    @Test
    void takesAnOrderBackOnceAndOpensTheLeadAgain() {
        String lead = "/api/leads/" + read(register(null), "$.id");
        post(lead + "/orders", ORDER);

        var cancelled = send(lead + "/orders/cancellation", "cancel-1", CANCELLATION);
        assertThat(cancelled).hasStatusOk().bodyJson().extractingPath("$.level").isEqualTo("A");
        assertThat(cancelled).bodyJson().extractingPath("$.stage").isEqualTo("REGISTERED");
        assertThat(cancelled).bodyJson().doesNotHavePath("$.orderRef");
        assertThat(send(lead + "/orders/cancellation", "cancel-1", CANCELLATION))
                .hasStatusOk();
        for (String again : List.of("/orders/cancellation", "/orders", "/delivery")) {
            assertThat(post(lead + again, bodyFor(again)))
                    .hasStatus(409)
                    .bodyJson()
                    .extractingPath("$.type")
                    .isEqualTo("https://dianmai.io/problems/order-cancelled");
        }
        assertThat(post(lead + "/orders", ORDER.replace("SO-1", "SO-2")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.stage")
                .isEqualTo("ORDERED");
    }

    @Test
    void tellsWhoChangesWhatSomebodyElseHasChangedMeanwhile() {
        var registered = register(null);
        String path = "/api/leads/" + read(registered, "$.id") + "/grading";
        String read = registered.getResponse().getHeader("ETag");

        assertThat(ifMatch(path, read, "{\"criteria\":[\"CAME_BACK\"]}")).hasStatusOk();
        assertThat(ifMatch(path, read, "{\"criteria\":[\"QUALIFIED_BUYER\"]}"))
                .hasStatus(412)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://dianmai.io/problems/stale-version");
        assertThat(ifMatch(path, "1", "{\"criteria\":[\"CAME_BACK\"]}")).hasStatus(400);
    }

    private MvcTestResult ifMatch(String path, @Nullable String tag, String body) {
        return mvc.post()
                .uri(path)
                .header("Authorization", bearer(manager))
                .header("If-Match", String.valueOf(tag))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void saysWhichPhoneIsNone() {
        assertThat(send("/api/leads", null, registration("ring me")))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/phone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/assignment",
                "/recall",
                "/grading",
                "/test-drives",
                "/quotes",
                "/orders",
                "/orders/cancellation",
                "/orders/SO-1/payments",
                "/delivery",
                "/loss",
                "/loss/review",
                "/reactivation"
            })
    void keepsLeadsFromStrangers(String path) {
        String lead = "/api/leads/" + read(register(null), "$.id") + path;
        String neighbour = TestTokens.staff("m2", "elsewhere", Role.SALES_MANAGER);
        String technician = TestTokens.staff("t1", store, Role.TECHNICIAN);

        assertThat(ask(lead, null)).hasStatus(401);
        assertThat(ask(lead, neighbour)).hasStatus(404);
        assertThat(ask(lead, technician)).hasStatus(403);
    }

    @Test
    void keepsListsAndRegistrationsToTheCallersStores() {
        register(null);
        String neighbour = bearer(TestTokens.staff("m2", "elsewhere", Role.SALES_MANAGER));
        String consultant = bearer(TestTokens.staff("a1", store, Role.SALES_CONSULTANT));

        assertThat(items(mvc.get()
                        .uri("/api/leads?storeId=" + store)
                        .header("Authorization", neighbour)
                        .exchange()))
                .isEmpty();
        assertThat(mvc.post()
                        .uri("/api/leads")
                        .header("Authorization", neighbour)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(registration(phone)))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/api/leads/" + read(register(null), "$.id") + "/assignment")
                        .header("Authorization", consultant)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"advisorId\":\"a1\"}"))
                .hasStatus(403);
    }

    @Test
    void describesItself() {
        assertThat(get("/openapi")).hasStatusOk();
    }

    /** With a body that is right for every path; for the lead itself a GET. */
    private MvcTestResult ask(String path, @Nullable String token) {
        var request = path.chars().filter(step -> step == '/').count() == 3
                ? mvc.get().uri(path)
                : mvc.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(bodyFor(path));
        return (token == null ? request : request.header("Authorization", bearer(token))).exchange();
    }

    private static String bodyFor(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "assignment" -> "{\"advisorId\":\"a2\"}";
            case "recall" -> "{}";
            case "grading" -> "{\"criteria\":[\"CAME_BACK\"]}";
            case "test-drives" ->
                "{\"model\":\"Yunhai X5\",\"startedAt\":\"2026-03-10T02:00:00Z\",\"endedAt\":\"2026-03-10T02:25:00Z\"}";
            case "orders" -> ORDER;
            case "cancellation" -> CANCELLATION;
            case "delivery" -> DELIVERY;
            case "quotes" ->
                "{\"quoteRef\":\"Q-1\",\"model\":\"Yunhai X5\",\"price\":15000000,\"discount\":0,\"financed\":true}";
            case "payments" -> "{\"paymentRef\":\"P-1\",\"amount\":100}";
            case "loss" -> "{\"reason\":\"PRICE\"}";
            case "review" -> "{\"accept\":true}";
            case "reactivation" -> "{}";
            default -> throw new IllegalArgumentException(path);
        };
    }

    private MvcTestResult register(@Nullable String key) {
        return send("/api/leads", key, registration(phone));
    }

    private String registration(String phone) {
        return """
                {"storeId":"%s","channel":"WEB","customerName":"王建国","phone":"%s","model":"Yunhai X5",
                 "advisorId":"a1","criteria":["WISHES_TO_BUY"]}""".formatted(store, phone);
    }

    private MvcTestResult post(String path, String body) {
        return send(path, null, body);
    }

    private MvcTestResult send(String path, @Nullable String key, String body) {
        var request = mvc.post()
                .uri(path)
                .header("Authorization", bearer(manager))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).header("Authorization", bearer(manager)).exchange();
    }

    private static List<String> items(MvcTestResult answer) {
        return JsonPath.read(body(answer), "$.items[*].id");
    }

    private static String read(MvcTestResult answer, String path) {
        return JsonPath.read(body(answer), path);
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
