package io.dianmai.lead;

import static io.dianmai.kit.test.TestTokens.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.fact.CustomerLost;
import io.dianmai.contracts.fact.LeadReactivated;
import io.dianmai.contracts.fact.OrderChanged;
import io.dianmai.contracts.fact.PaymentReceived;
import io.dianmai.contracts.fact.QuoteGiven;
import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadContacted;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A sale through the API: contacts, quotes, orders, payments, the forecast, losses and winning back. */
@DianmaiTest
class SaleApiIT {
    private final MockMvcTester mvc;
    private final String store = "sale-" + UUID.randomUUID();
    private final String manager = TestTokens.staff("m1", store, Role.SALES_MANAGER);
    private final String advisor = TestTokens.staff("a1", store, Role.SALES_CONSULTANT);
    private final String lead;

    SaleApiIT(@Autowired MockMvcTester mvc) {
        this.mvc = mvc;
        this.lead = "/api/leads/"
                + read(
                        send(HttpMethod.POST, "/api/leads", """
                {"storeId":"%s","leadRef":"XS-1","channel":"WEB","customerName":"王建国","phone":"%s",
                 "model":"Yunhai X5","advisorId":"a1","time":"2026-02-01T02:00:00Z"}""".formatted(
                                store,
                                "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)))),
                        "$.id");
    }

    @Test
    void forecastsWhatIsToComeIn() {
        post("/orders", order("SO-1", ",\"expectedPayment\":\"2026-03-15T02:00:00Z\""));
        post("/orders/SO-1/payments", "{\"paymentRef\":\"P-1\",\"amount\":4000000,\"time\":\"2026-03-09T16:00:00Z\"}");
        post("/orders/SO-1/payments", "{\"paymentRef\":\"P-2\",\"amount\":500000,\"time\":\"2026-03-10T16:00:00Z\"}");

        var forecast = get("/api/collections-forecast?month=2026-03&storeId=" + store);

        assertThat(forecast).hasStatusOk();
        assertThat(number(forecast, "$.periods[0].received")).isEqualTo(4_000_000);
        assertThat(number(forecast, "$.periods[1].received")).isEqualTo(500_000);
        assertThat(number(forecast, "$.periods[1].expected")).isEqualTo(10_000_000);
        assertThat(number(forecast, "$.periods[1].overdue")).isEqualTo(10_000_000);
        assertThat(read(forecast, "$.periods[1].orders[0].orderRef")).isEqualTo("SO-1");
        assertThat(read(forecast, "$.periods[2].to")).isEqualTo("2026-03-31");
        assertThat(flag(forecast, "$.complete")).isTrue();
        var february = get("/api/collections-forecast?month=2026-02&storeId=" + store);
        assertThat(number(february, "$.periods[0].deposits")).isEqualTo(500_000);

        post("/orders/cancellation", "{\"orderRef\":\"SO-1\"}");
        var after = get("/api/collections-forecast?month=2026-03&storeId=" + store);
        assertThat(number(after, "$.periods[1].expected")).isZero();
        assertThat(number(after, "$.periods[0].received")).isEqualTo(4_000_000);
    }

    @Test
    void showsOrdersWithTheirMoney() {
        post("/orders", order("SO-1", ",\"terms\":{\"discount\":100000,\"stockVehicleRef\":\"V-9\"}"));
        var moved = send(HttpMethod.PATCH, lead + "/orders/SO-1", "{\"expectedPayment\":\"2026-03-20T02:00:00Z\"}");
        var paid = post("/orders/SO-1/payments", "{\"paymentRef\":\"P-1\",\"amount\":14500000}");

        assertThat(read(moved, "$.deal.order.expectedPayment")).isEqualTo("2026-03-20T02:00:00Z");
        assertThat(number(paid, "$.deal.order.outstanding")).isZero();
        var cancelled = post("/orders/cancellation", "{\"orderRef\":\"SO-1\",\"reason\":\"no credit\"}");
        assertThat(number(cancelled, "$.deal.cancelled.paid")).isEqualTo(15_000_000);
        var orders = get(lead + "/orders");
        assertThat(read(orders, "$[0].terms.stockVehicleRef")).isEqualTo("V-9");
        assertThat(read(orders, "$[0].payments[0].paymentRef")).isEqualTo("P-1");
        assertThat(number(orders, "$[0].overpaid")).isEqualTo(15_000_000);
    }

    @Test
    void keepsQuotesAndTestDrives() {
        post("/test-drives", drive("2026-03-10T02:00:00Z", "2026-03-10T02:25:00Z"));
        var quoted = post("/quotes", quote("Q-1", 100, "2026-04-01T00:00:00Z"));

        assertThat(read(quoted, "$.stage")).isEqualTo("NEGOTIATING");
        assertThat(read(get(lead + "/quotes"), "$[0].quoteRef")).isEqualTo("Q-1");
        assertThat(flag(get(lead + "/quotes"), "$[0].expired")).isTrue();
        assertThat(read(get(lead + "/test-drives"), "$[0].startedAt")).isEqualTo("2026-03-10T02:00:00Z");
        assertThat(items("/api/leads?quoted=true&storeId=" + store)).hasSize(1);
        assertThat(items("/api/leads?quoted=false&storeId=" + store)).isEmpty();
        assertThat(items("/api/leads?contacted=false&lossProposed=false&storeId=" + store))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/test-drives|{\"model\":\"X\",\"startedAt\":\"2026-03-10T03:00:00Z\",\"endedAt\":\"2026-03-10T02:00:00Z\"}|422|test-drive-ends-before-start",
                "/test-drives|{\"model\":\"X\",\"startedAt\":\"2026-03-10T03:00:00Z\",\"endedAt\":\"2026-03-12T02:00:00Z\"}|422|test-drive-too-long",
                "/test-drives|{\"model\":\"X\",\"startedAt\":\"2126-03-10T03:00:00Z\",\"endedAt\":\"2126-03-10T04:00:00Z\"}|422|test-drive-in-the-future",
                "/test-drives|{\"model\":\"X\",\"startedAt\":\"2026-03-10T03:00:00Z\",\"endedAt\":\"2026-03-10T04:00:00Z\",\"rating\":6}|400|invalid",
                "/quotes|{\"quoteRef\":\"Q\",\"model\":\"X\",\"price\":1,\"discount\":2,\"financed\":false}|422|discount-above-price",
                "/quotes|{\"quoteRef\":\"Q\",\"model\":\"X\",\"price\":1,\"discount\":0,\"financed\":false,\"validUntil\":\"2020-01-01T00:00:00Z\"}|422|quote-expired",
                "/orders|{\"orderRef\":\"S\",\"model\":\"X\",\"price\":1,\"deposit\":2,\"financed\":false}|422|deposit-above-price",
                "/orders|{\"orderRef\":\"S\",\"model\":\"X\",\"price\":1,\"deposit\":0,\"financed\":false,\"terms\":{\"instalments\":0}}|400|invalid",
                "/orders/SO-1/payments|{\"paymentRef\":\"P\",\"amount\":1}|409|lead-not-ordered",
                "/loss/review|{\"accept\":true}|409|no-loss-proposed",
                "/loss/review|{}|400|invalid",
                "/reactivation|{}|409|lead-not-lost",
                "/delivery|{\"orderRef\":\"S\",\"grossProfit\":1,\"accessoryRevenue\":0,\"newEnergy\":true,\"flagship\":false,\"insured\":true,\"stockAgeDays\":1}|409|lead-not-ordered"
            })
    void refusesEachImpossibleStepWithItsOwnProblem(String path, String body, int status, String problem) {
        assertThat(post(path, body))
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://dianmai.io/problems/" + problem);
    }

    @Test
    void givesALeadUpOnlyWithContactsAndTheManagersWord() {
        assertThat(read(advise("/loss", "{\"reason\":\"PRICE\"}"), "$.type")).endsWith("/too-few-contacts");
        try (var wire = new Wire(Topics.LEAD_EVENTS);
                var plans = new Wire(Topics.FOLLOWUP_EVENTS)) {
            for (int number = 1; number <= 3; number++) {
                var contact = contact(number);
                plans.send(contact);
                plans.send(contact);
            }
            await().untilAsserted(() ->
                    assertThat(number(get(lead), "$.deal.effectiveContacts")).isEqualTo(3));
            assertThat(Wire.types(wire.events(store, 4)))
                    .filteredOn(Wire.type(LeadContacted.class)::equals)
                    .hasSize(1);
        }
        assertThat(read(get(lead), "$.stage")).isEqualTo("CONTACTED");

        var proposed = advise("/loss", "{\"reason\":\"PRICE\",\"competitorModel\":\"Qin L\"}");
        assertThat(read(proposed, "$.stage")).isEqualTo("CONTACTED");
        assertThat(read(proposed, "$.deal.lossProposed.reason")).isEqualTo("PRICE");
        assertThat(read(get("/api/loss-reviews?storeId=" + store), "$.items[0].proposedBy"))
                .isEqualTo("a1");
        assertThat(items("/api/leads?lossProposed=true&storeId=" + store)).hasSize(1);
        assertThat(advise("/loss/review", "{\"accept\":true}")).hasStatus(403);
        assertThat(read(post("/loss/review", "{\"accept\":true,\"note\":\"agreed\"}"), "$.stage"))
                .isEqualTo("LOST");
        assertThat(JsonPath.<List<Object>>read(body(get("/api/loss-reviews?storeId=" + store)), "$.items"))
                .isEmpty();
    }

    @Test
    void saysWhatCustomersBoughtInsteadAlsoOfThoseWonBack() {
        post("/loss", "{\"reason\":\"PRICE\",\"competitorModel\":\"Qin L\",\"time\":\"2026-03-01T02:00:00Z\"}");
        assertThat(read(post("/loss", "{\"reason\":\"PRICE\"}"), "$.type")).endsWith("/lead-already-lost");
        var open = post("/reactivation", "{}");

        assertThat(read(open, "$.stage")).isEqualTo("REGISTERED");
        assertThat(read(open, "$.advisorId")).isEqualTo("a1");
        var competitors = get("/api/lost-competitors?from=2026-03-01&to=2026-03-01&storeId=" + store);
        assertThat(read(competitors, "$.models[0].top[0].model")).isEqualTo("Qin L");
        assertThat(number(competitors, "$.models[0].top[0].reasons.PRICE")).isEqualTo(1);
        var before = get("/api/lost-competitors?from=2026-02-01&to=2026-02-28&storeId=" + store);
        assertThat(JsonPath.<List<Object>>read(body(before), "$.models")).isEmpty();
        assertThat(get("/api/lost-competitors?from=2026-03-02&to=2026-03-01")).hasStatus(400);
        assertThat(get("/api/collections-forecast?month=March&storeId=" + store))
                .hasStatus(400);
    }

    @Test
    void hearsTheSaleFromStoreSystemsToo() {
        try (var wire = new Wire(Topics.LEAD_EVENTS)) {
            wire.send(Wire.fact(store, new QuoteGiven("XS-1", "Q-1", "Yunhai X5", 100, 0, false, null)));
            post("/orders", order("SO-1", ""));
            wire.send(Wire.fact(store, new OrderChanged("XS-1", "SO-1", null, Instant.parse("2026-03-20T02:00:00Z"))));
            wire.send(Wire.fact(store, new PaymentReceived("XS-1", "SO-1", "P-1", 20_000_000)));
            wire.send(Wire.fact(store, new CustomerLost("XS-1", LossReason.FINANCE, null)));
            wire.send(Wire.fact(store, new LeadReactivated("XS-1")));

            assertThat(Wire.types(wire.events(store, 10)))
                    .containsSequence(
                            "dianmai.lead.order-changed.v1",
                            "dianmai.lead.payment-received.v1",
                            "dianmai.lead.lost.v1",
                            "dianmai.lead.reopened.v1");
        }
        assertThat(read(get(lead), "$.stage")).isEqualTo("ORDERED");
    }

    @Test
    void letsHeadquartersChangeTheRule() {
        String hq = TestTokens.staff("hq", store, Role.GROUP_HQ);
        String policy = "{\"minimumEffectiveContacts\":%d,\"review\":true,\"reviewers\":[\"SALES_MANAGER\"],"
                + "\"reactivateEvery\":\"P91D\"}";
        String path = "/api/lead-policies/loss?effectiveFrom=" + Instant.now().plus(Duration.ofDays(300));

        assertThat(ask(HttpMethod.PUT, path, policy.formatted(5), manager)).hasStatus(403);
        assertThat(ask(HttpMethod.PUT, path, policy.formatted(-1), hq))
                .bodyText()
                .contains("/minimumEffectiveContacts");
        assertThat(ask(HttpMethod.PUT, path, policy.formatted(5), hq)).hasStatusOk();
        assertThat(number(get("/api/lead-policies/loss"), "$.toCome[0].policy.minimumEffectiveContacts"))
                .isEqualTo(5);
    }

    @Test
    void keepsSalesFromStrangersAndStaleChangesOut() {
        String stranger = bearer(TestTokens.staff("x1", "elsewhere", Role.GENERAL_MANAGER));
        for (String path : List.of(lead + "/quotes", lead + "/orders", lead + "/test-drives")) {
            assertThat(mvc.get().uri(path).header("Authorization", stranger)).hasStatus(404);
        }
        assertThat(mvc.get().uri("/api/collections-forecast?storeId=" + store).header("Authorization", stranger))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri(lead + "/quotes")
                        .header("Authorization", bearer(manager))
                        .header("If-Match", "\"999\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(quote("Q-1", 100, "2126-01-01T00:00:00Z")))
                .hasStatus(412);
    }

    private Envelope<ContactLogged> contact(int number) {
        var dimensions = new LeadDimensions(Channel.WEB, null, null, "a1", null, null);
        var logged = new ContactLogged(dimensions, ContactMedium.CALL, ContactResult.CONNECTED, true);
        Instant time = Instant.parse("2026-02-0" + (number + 1) + "T02:00:00Z");
        String id = lead.substring(lead.lastIndexOf('/') + 1);
        return new Envelope<>(
                "contact-" + number + "-" + store,
                URI.create("/followup-service"),
                id,
                time,
                store,
                number + 1,
                time,
                null,
                logged);
    }

    private static String drive(String from, String to) {
        return "{\"model\":\"Yunhai X5\",\"startedAt\":\"%s\",\"endedAt\":\"%s\",\"rating\":5}".formatted(from, to);
    }

    private static String quote(String reference, long price, String validUntil) {
        return """
                {"quoteRef":"%s","model":"Yunhai X5","price":%d,"discount":0,"financed":true,"validUntil":"%s",
                 "time":"2026-03-01T02:00:00Z"}""".formatted(reference, price, validUntil);
    }

    private static String order(String reference, String more) {
        return """
                {"orderRef":"%s","model":"Yunhai X5","price":15000000,"deposit":500000,"financed":true,
                 "time":"2026-02-10T02:00:00Z"%s}""".formatted(reference, more);
    }

    private MvcTestResult post(String path, String body) {
        return send(HttpMethod.POST, lead + path, body);
    }

    private MvcTestResult advise(String path, String body) {
        return ask(HttpMethod.POST, lead + path, body, advisor);
    }

    private MvcTestResult get(String path) {
        return ask(HttpMethod.GET, path, null, manager);
    }

    private MvcTestResult send(HttpMethod method, String path, String body) {
        return ask(method, path, body, manager);
    }

    private MvcTestResult ask(HttpMethod method, String path, @Nullable String body, String token) {
        var request = mvc.method(method).uri(path).header("Authorization", bearer(token));
        return (body == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).content(body))
                .exchange();
    }

    private List<String> items(String path) {
        return JsonPath.read(body(get(path)), "$.items[*].id");
    }

    private static int number(MvcTestResult answer, String path) {
        return JsonPath.<Integer>read(body(answer), path);
    }

    private static boolean flag(MvcTestResult answer, String path) {
        return JsonPath.<Boolean>read(body(answer), path);
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
