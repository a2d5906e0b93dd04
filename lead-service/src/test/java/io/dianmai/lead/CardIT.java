package io.dianmai.lead;

import static io.dianmai.kit.test.TestTokens.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.dianmai.contracts.Personal.Kind;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.fact.LeadCardChanged;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Cards, customers who are on file twice, their leads merged, and what their timelines show. */
@DianmaiTest
class CardIT {
    private static final AtomicInteger CUSTOMERS = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MockMvcTester mvc;
    private final PersonalDataSealer sealer;
    private final String phone = "1366666%04d".formatted(CUSTOMERS.incrementAndGet());
    private final String otherPhone = "1377777%04d".formatted(CUSTOMERS.get());
    private final String store = "card-" + UUID.randomUUID();
    private final String manager = TestTokens.staff("m1", store, Role.SALES_MANAGER);

    CardIT(@Autowired MockMvcTester mvc, @Autowired PersonalDataSealer sealer) {
        this.mvc = mvc;
        this.sealer = sealer;
    }

    @Test
    void joinsASecondRegistrationOfAPhone() {
        var first = register("XS-1", phone);
        var second = register("XS-2", "+86 " + phone);

        assertThat(first).hasStatus(201);
        assertThat(second).hasStatus(200);
        assertThat(id(second)).isEqualTo(id(first));
        assertThat(second).bodyJson().extractingPath("$.joinedRefs").isEqualTo(List.of("XS-2"));
        assertThat(items("/api/leads?storeId=" + store)).hasSize(1);
        assertThat(items("/api/leads?reference=xs-2&storeId=" + store)).containsExactly(id(first));
        assertThat(register("XS-2", phone)).hasStatus(409);

        try (var wire = new Wire(Topics.STORE_EVENTS)) {
            wire.send(Wire.fact(store, new LeadCardChanged("XS-2", null, sealed(Kind.NAME, "李雷"), null, null, null)));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(lead(first)))
                        .bodyJson()
                        .extractingPath("$.customerName")
                        .isEqualTo("李*"));
    }

    @Test
    void makesOneLeadOfOnePhoneHoweverManyRegisterItAtTheSameMoment() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<MvcTestResult>> race = IntStream.range(0, 16)
                    .<Callable<MvcTestResult>>mapToObj(n -> () -> register("RACE-" + n, phone))
                    .toList();
            for (Future<MvcTestResult> registered : threads.invokeAll(race)) {
                assertThat(registered.get().getResponse().getStatus()).isIn(200, 201);
            }
        }
        var leads = get("/api/leads?storeId=" + store);
        assertThat(leads).bodyJson().extractingPath("$.items.length()").isEqualTo(1);
        assertThat(leads).bodyJson().extractingPath("$.items[0].registrations").isEqualTo(16);
    }

    @Test
    void opensALostLeadAgainAndGivesABuyerANewOne() {
        String lost = lead(register("XS-1", phone));
        assertThat(post(lost + "/loss", "{\"reason\":\"PRICE\"}")).hasStatusOk();

        var again = register("XS-2", phone);
        assertThat(again).hasStatus(200).bodyJson().extractingPath("$.stage").isEqualTo("REGISTERED");

        assertThat(post(lost + "/orders", order())).hasStatusOk();
        assertThat(post(lost + "/delivery", delivery())).hasStatusOk();
        var next = register("XS-3", phone);
        assertThat(next).hasStatus(201);
        assertThat(id(next)).isNotEqualTo(id(again));
        assertThat(search(phone)).containsExactlyInAnyOrder(id(next), id(again));
        assertThat(register("XS-4", phone)).hasStatus(200);
    }

    @Test
    void changesTheCardAndMovesThePhone() {
        var registered = register("XS-1", phone);
        String card = """
                {"customerClass":"VIP","customerName":"韩梅梅","phone":"%s",
                 "interest":{"model":"Corolla","budgetFrom":100,"budgetTo":200},
                 "consent":{"calls":true,"messages":false,"givenAt":"2026-03-10T02:00:00Z"}}""".formatted(otherPhone);

        var changed = patch(lead(registered), card);

        assertThat(changed).hasStatusOk();
        assertThat(changed).bodyJson().extractingPath("$.customerName").isEqualTo("韩*");
        assertThat(changed).bodyJson().extractingPath("$.model").isEqualTo("Corolla");
        assertThat(changed).bodyJson().extractingPath("$.interest.budgetTo").isEqualTo(200);
        assertThat(changed).bodyJson().extractingPath("$.consent.calls").isEqualTo(true);
        assertThat(body(changed)).doesNotContain(otherPhone, "韩梅梅");
        assertThat(search(phone)).isEmpty();
        assertThat(search(otherPhone)).containsExactly(id(registered));
        assertThat(register("XS-2", phone)).hasStatus(201);
        assertProblem(patch(lead(registered), "{\"phone\":\"%s\"}".formatted(phone)), 409, "phone-on-file");
    }

    @Test
    void tellsEachKindOfBadCardByItsName() {
        String lead = lead(register("XS-1", phone));

        assertProblem(patch(lead, "{\"phone\":\"1380000abcd\"}"), 400, "not-a-phone");
        assertProblem(patch(lead, "{\"interest\":{\"budgetFrom\":2,\"budgetTo\":1}}"), 422, "budget-range-backwards");
        assertProblem(
                patch(lead, "{\"consent\":{\"calls\":true,\"messages\":true,\"givenAt\":\"2126-01-01T00:00:00Z\"}}"),
                422,
                "consent-in-future");
        assertProblem(patch(lead, "{\"consent\":{\"calls\":true,\"messages\":true}}"), 400, "invalid");
        assertProblem(patch(lead, "{\"interest\":{\"competitors\":[\"\"]}}"), 400, "invalid");
    }

    @Test
    void showsHeadquartersWhoWasFirst() {
        String elsewhere = "other-" + UUID.randomUUID();
        String hq = TestTokens.staff("hq", "*", Role.GROUP_HQ);
        var first = register("XS-1", phone);
        String there = TestTokens.staff("m2", elsewhere, Role.SALES_MANAGER);
        var second = send(HttpMethod.POST, "/api/leads", registration(elsewhere, "YS-1", phone), there);

        assertThat(first).bodyJson().extractingPath("$.clashed").isEqualTo(false);
        assertThat(second).hasStatus(201).bodyJson().extractingPath("$.clashed").isEqualTo(true);
        var clashes = send(HttpMethod.GET, "/api/lead-clashes?storeId=" + elsewhere, null, hq);
        assertThat(clashes).bodyJson().extractingPath("$.items[0].firstStoreId").isEqualTo(store);
        assertThat(clashes).bodyJson().extractingPath("$.items[0].leadId").isEqualTo(id(second));
        assertThat(get("/api/lead-clashes")).hasStatus(403);
    }

    @Test
    void mergesTwoLeadsAndShowsBothHistories() {
        var one = register("XS-1", phone);
        var other = register("XS-2", otherPhone);
        String into = "{\"into\":\"%s\"}".formatted(id(other));

        var merged = post(lead(one) + "/merge", into);
        assertThat(merged).hasStatusOk().bodyJson().extractingPath("$.stage").isEqualTo("MERGED");
        assertThat(merged).bodyJson().extractingPath("$.mergedInto").isEqualTo(id(other));
        assertProblem(post(lead(other) + "/merge", "{\"into\":\"%s\"}".formatted(id(one))), 409, "merge-into-closed");
        assertProblem(post(lead(other) + "/merge", "{\"into\":\"nobody\"}"), 400, "invalid");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(lead(other)))
                        .bodyJson()
                        .extractingPath("$.absorbed")
                        .isEqualTo(List.of(id(one))));

        try (var wire = new Wire(Topics.STORE_EVENTS)) {
            wire.send(Wire.fact(store, new VisitReceived("V-1", VisitKind.WALK_IN, 2, false, "XS-1", "a1", null)));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(lead(other)))
                        .bodyJson()
                        .extractingPath("$.visits")
                        .isEqualTo(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(types(lead(other) + "/timeline"))
                        .contains(
                                "dianmai.lead.visited.v1",
                                "dianmai.lead.visit-logged.v1",
                                "dianmai.lead.absorbed.v1",
                                "dianmai.lead.merged.v1")
                        .filteredOn("dianmai.lead.registered.v1"::equals)
                        .hasSize(2));
        assertThat(register("XS-3", phone))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.id")
                .isEqualTo(id(other));
    }

    @Test
    void pagesATimelineFromTheNewest() {
        String lead = lead(register("XS-1", phone));
        post(lead + "/orders", order());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(types(lead + "/timeline")).hasSize(5));

        List<String> all = texts(get(lead + "/timeline"), "$.items[*].id");
        var page = get(lead + "/timeline?limit=2");
        var rest = get(lead + "/timeline?cursor=" + JsonPath.read(body(page), "$.next"));

        assertThat(texts(page, "$.items[*].id")).isEqualTo(all.subList(0, 2));
        assertThat(texts(rest, "$.items[*].id")).isEqualTo(all.subList(2, 5));
        assertThat(body(get(lead + "/timeline"))).doesNotContain("phoneHash", "dimensions", phone, "王建国");
        assertThat(get(lead + "/timeline?cursor=x")).hasStatus(400);
        assertThat(send(
                        HttpMethod.GET,
                        lead + "/timeline",
                        null,
                        TestTokens.staff("m2", "elsewhere", Role.SALES_MANAGER)))
                .hasStatus(404);
    }

    @Test
    void listsTheHottestFirstAndPagesThroughAllLevels() {
        String cold = id(register("XS-1", phone));
        String hot = id(register("XS-2", otherPhone));
        post("/api/leads/" + hot + "/grading", "{\"criteria\":[\"MODEL_AND_COLOUR_CHOSEN\"]}");

        assertThat(items("/api/leads?sort=level&storeId=" + store)).containsExactly(hot, cold);
        var page = get("/api/leads?sort=level&limit=1&storeId=" + store);
        String next = JsonPath.read(body(page), "$.next");
        assertThat(items("/api/leads?sort=level&limit=1&storeId=" + store + "&cursor=" + next))
                .containsExactly(cold);
        assertThat(items("/api/leads?sort=lastActivityAt&storeId=" + store)).containsExactly(hot, cold);
        assertThat(items("/api/leads?channel=PHONE&storeId=" + store)).isEmpty();
        assertThat(items("/api/leads?channel=WEB&customerClass=PROSPECT&model=Yunhai X5&storeId=" + store))
                .hasSize(2);
        assertThat(get("/api/leads?sort=phone")).hasStatus(400);
        assertThat(get("/api/leads?sort=registeredAt&cursor=" + next)).hasStatus(400);
    }

    @Test
    void listsTheLikeliestFirstAndThenThoseThatHaveNoScore() {
        String likely = id(register("XS-1", phone));
        String unknown = id(register("XS-2", otherPhone));
        patch("/api/leads/" + likely, "{\"interest\":{\"urgency\":\"HIGH\",\"purchaseTime\":\"WITHIN_A_WEEK\"}}");

        assertThat(items("/api/leads?sort=score&storeId=" + store)).containsExactly(likely, unknown);
        String next = JsonPath.read(body(get("/api/leads?sort=score&limit=1&storeId=" + store)), "$.next");
        assertThat(items("/api/leads?sort=score&limit=1&storeId=" + store + "&cursor=" + next))
                .containsExactly(unknown);
    }

    @Test
    void registersManyEachWithAVerdictOfItsOwn() {
        String batch = """
                {"items":[{"idempotencyKey":"k1","lead":%s},{"idempotencyKey":"k2","lead":%s},
                          {"lead":{"storeId":"%s","channel":"SMOKE"}},{"lead":%s},{"lead":null}]}""".formatted(
                        registration(store, "XS-1", phone),
                        registration(store, "XS-2", phone),
                        store,
                        registration(store, "XS-3", "nobody"));

        var answer = post("/api/leads/batch", batch);

        assertThat(numbers(answer, "$.verdicts[*].status")).containsExactly(201, 200, 400, 400, 400);
        assertThat(texts(answer, "$.verdicts[2].problem.errors[*].pointer")).containsExactly("/channel");
        assertThat(numbers(post("/api/leads/batch", batch), "$.verdicts[*].status"))
                .containsExactly(201, 200, 400, 400, 400);
        assertThat(items("/api/leads?storeId=" + store)).hasSize(1);
    }

    @Test
    void knowsWhoHasBeenHereBefore() {
        String visit = "{\"storeId\":\"%s\",\"kind\":\"WALK_IN\",\"partySize\":1,\"retained\":true,\"phone\":\"%s\"}"
                .formatted(store, phone);

        var first = post("/api/visits", visit);
        var second = post("/api/visits", visit);
        var stranger = post("/api/visits", visit.replace(",\"phone\":\"" + phone + "\"", ""));

        assertThat(first).hasStatus(201).bodyJson().extractingPath("$.repeat").isEqualTo(false);
        assertThat(first).bodyJson().extractingPath("$.phone").asString().startsWith("136****");
        assertThat(second).bodyJson().extractingPath("$.repeat").isEqualTo(true);
        assertThat(stranger).bodyJson().doesNotHavePath("$.repeat");
        assertThat(items("/api/visits?repeat=true&storeId=" + store)).hasSize(1);
        String lead = id(register("XS-1", phone));
        assertThat(post("/api/visits", visit))
                .bodyJson()
                .extractingPath("$.leadId")
                .isEqualTo(lead);
    }

    private void assertProblem(MvcTestResult answer, int status, String slug) {
        assertThat(answer)
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://dianmai.io/problems/" + slug);
    }

    private MvcTestResult register(String ref, String number) {
        return post("/api/leads", registration(store, ref, number));
    }

    private static String registration(String storeId, String ref, String number) {
        return """
                {"storeId":"%s","leadRef":"%s","channel":"WEB","customerName":"王建国","phone":"%s",
                 "model":"Yunhai X5","advisorId":"a1"}""".formatted(storeId, ref, number);
    }

    private static String order() {
        return """
                {"orderRef":"SO-1","model":"Yunhai X5","price":15000000,"deposit":500000,"financed":true}""";
    }

    private static String delivery() {
        return """
                {"orderRef":"SO-1","grossProfit":800000,"accessoryRevenue":0,"newEnergy":true,
                 "flagship":false,"insured":true,"stockAgeDays":30}""";
    }

    private String sealed(Kind kind, String text) {
        return sealer.seal(kind, text).orElseThrow().text();
    }

    private List<String> search(String number) {
        return texts(post("/api/leads/search", "{\"phone\":\"%s\"}".formatted(number)), "$.items[*].id");
    }

    private List<String> types(String path) {
        return texts(get(path), "$.items[*].type");
    }

    private List<String> items(String path) {
        return texts(get(path), "$.items[*].id");
    }

    private MvcTestResult get(String path) {
        return send(HttpMethod.GET, path, null, manager);
    }

    private MvcTestResult post(String path, String body) {
        return send(HttpMethod.POST, path, body, manager);
    }

    private MvcTestResult patch(String path, String body) {
        return send(HttpMethod.PATCH, path, body, manager);
    }

    private MvcTestResult send(HttpMethod method, String path, @Nullable String body, String token) {
        var request = mvc.method(method).uri(path).header("Authorization", bearer(token));
        if (body != null) {
            request = request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return request.exchange();
    }

    private static String lead(MvcTestResult answer) {
        return "/api/leads/" + id(answer);
    }

    private static String id(MvcTestResult answer) {
        return JsonPath.read(body(answer), "$.id");
    }

    private static List<String> texts(MvcTestResult answer, String path) {
        return JsonPath.read(body(answer), path);
    }

    private static List<Integer> numbers(MvcTestResult answer, String path) {
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
