package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * A dealership's week, played through the door day by day by those who work there, and compared with tables that were made by
 * hand: every event, every open task, every reminder and the numbers.
 */
@ExtendWith(OnThePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DealershipWeekIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The grace of what lapsed before it was told, and time to hear of it. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final Week week = Week.last();
    private final Door door;
    private final Dealership dealership;
    private final Acts acts;
    private final WeekAsItWas asItWas;
    private final StoreLog log;
    private final Map<String, String> expectedEvents = new TreeMap<>();

    DealershipWeekIT(RunningPlatform platform) {
        this.door = platform.door();
        this.dealership = Dealership.open(platform, "dealer-week", week.day("Wed"));
        this.acts = new Acts(door, dealership, week);
        this.asItWas = new WeekAsItWas(week, dealership, acts);
        this.log = new StoreLog(platform.bootstrapServers(), dealership.storeId());
        HandMade.table("events.txt")
                .forEach((what, kinds) -> expectedEvents.put(what, WeekAsItWas.sorted(List.of(kinds.split(" ")))));
    }

    @BeforeAll
    void playTheWeek() {
        var play = new PlayedWeek(week, dealership, acts);
        play.monday();
        settled("Mon");
        play.tuesday();
        settled("Mon", "Tue", "Fri-2", "Sat-2");
        play.wednesday();
        settled("Wed");
        play.thursday();
        settled("Thu");
        play.friday();
        settled("Fri");
        play.saturday();
        settled("Sat");
        play.sunday();
        settled("Sun");
    }

    @AfterAll
    void closeTheLog() {
        log.close();
    }

    /** The events of these days are those of the table. */
    private void settled(String... days) {
        for (String day : days) {
            Waiting.until(
                    day + " is as expected",
                    PATIENCE,
                    () -> assertThat(of(day, asItWas.events(log.events()))).isEqualTo(of(day, expectedEvents)));
        }
    }

    private static Map<String, String> of(String day, Map<String, String> events) {
        var ofDay = new TreeMap<>(events);
        ofDay.keySet().removeIf(what -> !what.startsWith(day + " "));
        return ofDay;
    }

    @Test
    void remindersTellWhoeverMustKnowAndNobodyElse() {
        Map<String, String> expected = HandMade.table("reminders.txt");
        Waiting.until(
                "reminders are as expected",
                GRACE,
                () -> assertThat(asItWas.reminders()).isEqualTo(expected));
        Waiting.throughout(
                "and nothing more is told",
                Duration.ofSeconds(5),
                () -> assertThat(asItWas.reminders()).isEqualTo(expected));
    }

    @Test
    void everyAdvisorSeesTheCustomersToContact() {
        Waiting.until(
                "tasks are as expected",
                PATIENCE,
                () -> assertThat(asItWas.tasks()).isEqualTo(HandMade.table("tasks.txt")));
    }

    @Test
    void theNumbersOfTheWeekAreThoseCountedByHand() {
        Map<String, String> expected = HandMade.table("numbers.txt");
        Waiting.until(
                "numbers are as expected",
                GRACE,
                () -> assertThat(WeekAsItWas.only(expected.keySet(), asItWas.numbers()))
                        .isEqualTo(expected));
    }

    @Test
    void theFunnelCountsTheCustomersOfTheWeek() {
        JsonNode funnel = acts.get("hq", "/api/kpis/funnel?scope=region:dealer-week&period=" + week.period());
        assertThat(Json.list(funnel.path("stages")).stream()
                        .map(stage -> stage.path("stage").asString() + " "
                                + stage.path("count").asInt()))
                .containsExactly(
                        "registered 12",
                        "contacted 11",
                        "visited 3",
                        "test-driven 1",
                        "negotiating 1",
                        "ordered 2",
                        "delivered 1",
                        "lost 1");
    }

    @Test
    void theStockBoardShowsWhatIsLeft() {
        JsonNode total = acts.get("gm", "/api/stock-board?storeId=" + dealership.storeId())
                .path("total");

        // KC-1, which came back from the cancelled order, 98 days old on Monday, and KC-4.
        assertThat(total.path("onHand").asInt()).isEqualTo(2);
        assertThat(total.path("free").asInt()).isEqualTo(2);
        assertThat(total.path("cost").asLong()).isEqualTo(12_000_000 + 11_500_000);
        assertThat(total.path("aged").asInt()).isEqualTo(1);
        assertThat(total.path("agedCost").asLong()).isEqualTo(12_000_000);
        assertThat(total.path("greatestAgeDays").asLong())
                .isEqualTo(ChronoUnit.DAYS.between(week.day("Mon-14"), LocalDate.now(TestGroup.ZONE)));
        assertThat(acts.items(
                        "hq", "/api/vehicles?storeId=" + dealership.neighbour().storeId()))
                .singleElement()
                .satisfies(moved -> {
                    assertThat(moved.path("vehicleRef").asString()).isEqualTo("KC-3");
                    assertThat(moved.path("fromStoreId").asString()).isEqualTo(dealership.storeId());
                });
    }

    @Test
    void theShowIsWorthWhatItsCustomersBring() {
        JsonNode show =
                acts.items("gm", "/api/activity-effectiveness?" + ofTheWeek()).getFirst();

        assertThat(numbers(show, "cost", "leads", "visits", "orders", "deliveries", "grossProfit", "costPerLead"))
                .containsExactly(900_000L, 2L, 1L, 1L, 0L, 0L, 450_000L);
    }

    @Test
    void theForecastSaysWhatIsStillToCome() {
        long expected = 0;
        long received = 0;
        long deposits = 0;
        for (String month :
                List.of(monthOf("Mon"), monthOf("Sun")).stream().distinct().toList()) {
            JsonNode forecast =
                    acts.get("gm", "/api/collections-forecast?storeId=" + dealership.storeId() + "&month=" + month);
            for (JsonNode period : Json.list(forecast.path("periods"))) {
                expected += period.path("expected").asLong();
                received += period.path("received").asLong();
                deposits += period.path("deposits").asLong();
            }
        }
        // Chen owes 160,000 less 20,000 yuan; Zhang paid 143,800; Qian, who had paid 10,000 down, got them back.
        assertThat(expected).isEqualTo(14_000_000);
        assertThat(received).isEqualTo(9_000_000 + 5_380_000 - 1_000_000);
        assertThat(deposits).isEqualTo(500_000 + 1_000_000 + 2_000_000);
    }

    @Test
    void whatWuBoughtInsteadIsKnownAlthoughHeWasWonBack() {
        JsonNode models = acts.get("gm", "/api/lost-competitors?" + ofTheWeek()).path("models");

        assertThat(models).hasSize(1);
        assertThat(models.at("/0/model").asString()).isEqualTo("Yunhai S7");
        assertThat(models.at("/0/reasons").toString()).isEqualTo("{\"FINANCE\":1}");
        assertThat(models.at("/0/top/0/model").asString()).isEqualTo("Song Plus");
    }

    @Test
    void onlyHeadquartersSeesWhoseCustomerSunWasFirst() {
        assertThat(acts.items("hq", "/api/lead-clashes?storeId=" + dealership.storeId()))
                .singleElement()
                .satisfies(clash -> {
                    assertThat(clash.path("leadId").asString()).isEqualTo(dealership.lead("sun"));
                    assertThat(clash.path("firstStoreId").asString())
                            .isEqualTo(dealership.neighbour().storeId());
                });
        assertThat(door.get("/api/lead-clashes", dealership.token("a1")).status())
                .isEqualTo(403);
    }

    private String ofTheWeek() {
        return "storeId=" + dealership.storeId() + "&from=" + week.day("Mon") + "&to=" + week.day("Sun");
    }

    private String monthOf(String day) {
        return YearMonth.from(week.day(day)).toString();
    }

    private static List<Long> numbers(JsonNode node, String... names) {
        return Stream.of(names).map(name -> node.path(name).asLong()).toList();
    }
}
