package io.dianmai.lead;

import static io.dianmai.lead.StoreDesk.PATIENCE;
import static io.dianmai.lead.StoreDesk.listAt;
import static io.dianmai.lead.StoreDesk.objectsAt;
import static io.dianmai.lead.StoreDesk.read;
import static io.dianmai.lead.StoreDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.fact.ActivityAnnounced;
import io.dianmai.contracts.fact.ActivityDropped;
import io.dianmai.contracts.fact.ActivityMoved;
import io.dianmai.contracts.fact.CostBooked;
import io.dianmai.contracts.lead.ActivityPhase;
import io.dianmai.contracts.lead.ActivityPlan;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.MarketingCostBooked;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Market activities, as people and store systems run them, and what comes of them. */
@DianmaiTest
class ActivityIT {
    private static final String PLAN = """
            {"name":"春季车展","mainFrom":"2026-04-11","mainTo":"2026-04-13","budget":8000000,
             "targetLeads":120,"targetOrders":15}""";

    private final StoreDesk desk;

    ActivityIT(@Autowired MockMvcTester mvc, @Autowired StoreReplica stores) {
        this.desk = new StoreDesk("activity", mvc, stores);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void leadsAnActivityFromItsPlanToItsEnd() {
        var planned = plan("show", PLAN);
        String activity = "/api/activities/" + read(planned, "$.id");
        assertThat(planned).hasStatus(201).headers().hasValue("Location", activity);
        refused(plan("show", PLAN), 409, "activity-already-planned");
        String longer = "{\"plan\":" + PLAN.replace("04-13", "04-14") + "}";
        refused(desk.ask(HttpMethod.PUT, desk.manager, activity, "\"7\"", longer), 412, "stale-version");
        assertThat(desk.ask(HttpMethod.PUT, desk.manager, activity, "\"1\"", longer))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.plan.mainTo")
                .isEqualTo("2026-04-14");
        assertThat(desk.post(activity + "/phase", "{\"phase\":\"BEFORE\"}")).hasStatusOk();
        assertThat(desk.post(activity + "/phase", "{\"phase\":\"AFTER\"}")).hasStatusOk();
        refused(desk.post(activity + "/phase", "{\"phase\":\"MAIN\"}"), 409, "phase-goes-back");
        assertThat(desk.post(activity + "/costs", "{\"costRef\":\"F1\",\"amount\":500000,\"channel\":\"EVENT\"}"))
                .hasStatusOk();
        assertThat(desk.post(activity + "/costs", "{\"costRef\":\"F2\",\"amount\":-100000}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.cost")
                .isEqualTo(400_000);
        refused(desk.post(activity + "/costs", "{\"costRef\":\"F1\",\"amount\":1}"), 409, "cost-already-booked");
        assertThat(desk.post(activity + "/phase", "{\"phase\":\"CLOSED\"}")).hasStatusOk();
        refused(desk.post(activity + "/cancellation", "{}"), 409, "activity-closed");

        assertThat(desk.events(7))
                .extracting(event -> event.data().getClass().getSimpleName())
                .containsExactly(
                        "ActivityPlanned",
                        "ActivityPlanned",
                        "ActivityPhaseEntered",
                        "ActivityPhaseEntered",
                        "MarketingCostBooked",
                        "MarketingCostBooked",
                        "ActivityPhaseEntered");
        assertThat(listAt(desk.get("/api/activities?phase=CLOSED&storeId=" + desk.store), "$.items[*].activityId"))
                .containsExactly("show");
    }

    @Test
    void hearsOfItsActivitiesFromTheStoresSystem() {
        var plan = new ActivityPlan("Show", LocalDate.of(2026, 4, 11), LocalDate.of(2026, 4, 13), 0, 10, 1);
        var backwards = new ActivityPlan("Show", LocalDate.of(2026, 4, 11), LocalDate.of(2026, 4, 10), 0, 10, 1);
        desk.state(new ActivityAnnounced("show", plan));
        desk.state(new ActivityAnnounced("other", backwards));
        desk.state(new ActivityMoved("show", ActivityPhase.MAIN));
        desk.state(new ActivityMoved("show", ActivityPhase.BEFORE));
        desk.state(new CostBooked("F1", "show", Channel.EVENT, 500));
        desk.state(new CostBooked("F1", "show", Channel.EVENT, 500));
        desk.state(new CostBooked("F2", null, Channel.WEB, 700));
        desk.state(new CostBooked("F3", null, null, 900));
        desk.state(new CostBooked("F4", "unheard-of", null, 900));
        desk.state(new ActivityDropped("show"));
        desk.state(new CostBooked("F5", "show", null, 100));

        assertThat(desk.problems(4))
                .containsExactly(
                        "activity-ends-before-start", "phase-goes-back", "cost-of-nothing", "activity-not-found");
        var events = desk.events(6);
        assertThat(events)
                .extracting(event -> event.data().getClass().getSimpleName())
                .containsExactlyInAnyOrder(
                        "ActivityPlanned",
                        "ActivityPhaseEntered",
                        "MarketingCostBooked",
                        "MarketingCostBooked",
                        "ActivityCancelled",
                        "MarketingCostBooked");
        assertThat(events)
                .extracting(event -> event.data())
                .contains(
                        new MarketingCostBooked("show", Channel.EVENT, "F1", 500),
                        new MarketingCostBooked(null, Channel.WEB, "F2", 700));
    }

    @Test
    void booksWhatAChannelCosts() {
        String cost =
                "{\"storeId\":\"%s\",\"channel\":\"WEB\",\"costRef\":\"F1\",\"amount\":1200000}".formatted(desk.store);
        String books = "/api/activities/channel-costs";
        assertThat(desk.post(books, cost))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.cost")
                .isEqualTo(1_200_000);
        assertThat(desk.post(books, cost)).hasStatusOk();
        refused(desk.post(books, cost.replace("1200000", "1")), 409, "cost-already-booked");
        refused(desk.post(books, cost.replace("\"channel\":\"WEB\",", "")), 400, "invalid");
        assertThat(listAt(desk.get(books + "?storeId=" + desk.store), "$[*].cost"))
                .containsExactly(1_200_000);
        assertThat(desk.get(books + "?storeId=elsewhere")).hasStatus(404);
    }

    @Test
    void countsWhatCameOfAnActivityOnce() {
        String activity = "/api/activities/" + read(plan("show", PLAN), "$.id");
        desk.post(activity + "/costs", "{\"costRef\":\"F1\",\"amount\":500000}");
        String first = lead("show");
        String second = lead("show");
        lead(null);
        order(first, "SO-1");
        order(second, "SO-2");
        desk.post("/api/leads/" + first + "/orders/cancellation", "{\"orderRef\":\"SO-1\"}");
        desk.post("/api/leads/" + second + "/delivery", """
                {"orderRef":"SO-2","grossProfit":800000,"accessoryRevenue":0,"newEnergy":true,"flagship":false,
                 "insured":true,"stockAgeDays":30}""");
        awaitRow("deliveries", 1);
        desk.events(12).stream()
                .filter(event -> event.data() instanceof LeadRegistered)
                .forEach(desk::repeat);
        String third = lead("show");
        awaitRow("leads", 3);

        assertThat(row())
                .containsEntry("targetLeads", 120)
                .containsEntry("orders", 1)
                .containsEntry("cost", 500_000)
                .containsEntry("grossProfit", 800_000)
                .containsEntry("costPerLead", 166_667)
                .containsEntry("returnOnCost", 1.6);
        assertThat(third).isNotEqualTo(second);
        assertThat(table("&from=2026-04-13&to=2026-04-20")).hasSize(1);
        assertThat(table("&from=2026-04-14")).isEmpty();
        assertThat(table("&to=2026-04-10")).isEmpty();
        refused(desk.get("/api/activity-effectiveness?from=2026-04-02&to=2026-04-01"), 400, "invalid");
        refused(desk.get("/api/activity-effectiveness?from=soon"), 400, "invalid");
        assertThat(desk.get("/api/activity-effectiveness?storeId=elsewhere")).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-04-13|2026-04-10|422|activity-ends-before-start",
                "2026-04-13|9999-12-31|422|activity-dates-impossible",
                "2026-04-13|2026-02-30|400|invalid",
                "8000000|-1|400|invalid",
                "春季车展| |400|invalid",
                "\"mainFrom\":\"2026-04-11\",||400|invalid"
            })
    void answersWrongPlansWithTheirProblem(String right, String wrong, int status, String slug) {
        refused(plan("show", PLAN.replace(right, wrong == null ? "" : wrong)), status, slug);
    }

    @Test
    void keepsActivitiesFromStrangers() {
        String activity = "/api/activities/" + read(plan("show", PLAN), "$.id");
        String consultant = TestTokens.staff("a1", desk.store, Role.SALES_CONSULTANT);
        String neighbour = TestTokens.staff("m2", "elsewhere", Role.SALES_MANAGER);

        assertThat(desk.ask(HttpMethod.GET, neighbour, activity, null, null)).hasStatus(404);
        assertThat(desk.ask(HttpMethod.POST, neighbour, activity + "/cancellation", null, "{}"))
                .hasStatus(404);
        assertThat(desk.ask(HttpMethod.POST, consultant, activity + "/cancellation", null, "{}"))
                .hasStatus(403);
        refused(
                desk.ask(
                        HttpMethod.POST,
                        TestTokens.hq(),
                        "/api/activities",
                        null,
                        "{\"storeId\":\"nowhere\",\"activityId\":\"show\",\"plan\":" + PLAN + "}"),
                422,
                "unknown-store");
    }

    private MvcTestResult plan(String activityId, String plan) {
        return desk.post(
                "/api/activities",
                "{\"storeId\":\"%s\",\"activityId\":\"%s\",\"plan\":%s}".formatted(desk.store, activityId, plan));
    }

    private String lead(@Nullable String activityId) {
        String activity = activityId == null ? "null" : "\"" + activityId + "\"";
        return read(
                desk.post(
                        "/api/leads",
                        "{\"storeId\":\"%s\",\"channel\":\"EVENT\",\"activityId\":%s,\"criteria\":[\"WISHES_TO_BUY\"]}"
                                .formatted(desk.store, activity)),
                "$.id");
    }

    private void order(String leadId, String orderRef) {
        assertThat(desk.post("/api/leads/" + leadId + "/orders", """
                        {"orderRef":"%s","model":"Yunhai X5","price":15000000,"deposit":0,"financed":false}""".formatted(orderRef)))
                .hasStatusOk();
    }

    private void awaitRow(String column, int value) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(row()).containsEntry(column, value));
    }

    private Map<String, Object> row() {
        return table("").getFirst();
    }

    private List<Map<String, Object>> table(String days) {
        return objectsAt(desk.get("/api/activity-effectiveness?storeId=" + desk.store + days), "$.items");
    }
}
