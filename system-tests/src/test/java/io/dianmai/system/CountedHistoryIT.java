package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.OrderCancelled;
import io.dianmai.contracts.fact.OrderSigned;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.VisitKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * A small history of five stores, told through the door and read in every way there is: by kinds of period, ranked, explained,
 * planned, corrected, counted anew, and by a KPI that is made up afterwards. All figures are counted by hand.
 */
@ExtendWith(OnThePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountedHistoryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningPlatform platform;
    private final TestGroup group;
    private final FactSender sender;

    /** A day of last year's May, whose month, quarter and year are over. */
    private final LocalDate day =
            LocalDate.now(TestGroup.ZONE).minusYears(1).withMonth(5).withDayOfMonth(12);

    CountedHistoryIT(RunningPlatform platform) {
        this.platform = platform;
        this.group = TestGroup.register(platform, "history", 5);
        this.sender = new FactSender(platform.door());
    }

    /** Store n: n visits on the day, one call two days before, two visits on the 25th, three in July. One order that is cancelled. */
    @BeforeAll
    void tellTheHistory() {
        for (int store = 1; store <= 5; store++) {
            var facts = new ArrayList<Fact>();
            for (int visit = 0; visit < store; visit++) {
                facts.add(visit(store, day, VisitKind.WALK_IN));
            }
            facts.add(visit(store, day.minusDays(2), VisitKind.CALL));
            facts.add(visit(store, day.withDayOfMonth(25), VisitKind.WALK_IN));
            facts.add(visit(store, day.withDayOfMonth(25), VisitKind.WALK_IN));
            for (int visit = 0; visit < 3; visit++) {
                facts.add(visit(store, day.withMonth(7), VisitKind.WALK_IN));
            }
            sender.send(group.stores().get(store - 1), facts);
        }
        sender.send(
                group.store(),
                fact(1, day, new LeadReceived("L-1", Channel.WEB, null, null, null, null, null, null, null)),
                fact(1, day.plusDays(3), new OrderSigned("L-1", "O-1", "X5", 20_000_000, 500_000, true, null, null)));
        Waiting.until(
                "the order is counted",
                PATIENCE,
                () -> assertThat(number("store:history-1", month(), "close-rate", "numerator"))
                        .isEqualTo(1));
        sender.send(group.store(), fact(1, day.plusDays(40), new OrderCancelled("L-1", "O-1", "loan refused")));
        Waiting.until("the history is counted", PATIENCE, () -> {
            assertThat(traffic("region:history", Integer.toString(day.getYear())))
                    .isEqualTo(15 + 10 + 15);
            assertThat(number("store:history-1", month(), "close-rate", "numerator"))
                    .isZero();
        });
    }

    @Test
    void everyKindOfPeriodAddsUp() {
        assertThat(traffic("store:history-3", day.toString())).isEqualTo(3);
        assertThat(traffic("store:history-3", month() + "-T1")).isZero();
        assertThat(traffic("store:history-3", month() + "-T2")).isEqualTo(3);
        assertThat(traffic("store:history-3", month() + "-T3")).isEqualTo(2);
        String week =
                "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        assertThat(traffic("store:history-3", week)).isEqualTo(3);
        assertThat(traffic("store:history-3", month())).isEqualTo(5);
        assertThat(traffic("store:history-3", day.getYear() + "-Q2")).isEqualTo(5);
        assertThat(traffic("store:history-3", day.getYear() + "-Q3")).isEqualTo(3);
        assertThat(traffic("store:history-3", Integer.toString(day.getYear()))).isEqualTo(8);
    }

    @Test
    void aCancelledOrderIsTakenBackFromItsDayAndFromItsMonth() {
        assertThat(number("store:history-1", day.plusDays(3).toString(), "finance-penetration", "denominator"))
                .isZero();
        assertThat(number("store:history-1", day.plusDays(40).toString(), "finance-penetration", "denominator"))
                .isZero();
        assertThat(number("store:history-1", month(), "close-rate", "denominator"))
                .isEqualTo(1);
    }

    @Test
    void storesAreRankedAndTheLastThreeOfAQuarterFlagged() {
        JsonNode ranking = group.get("/api/kpis/ranking?kpi=showroom-traffic&level=store&scope=region:history&period="
                + day.getYear() + "-Q2");

        List<JsonNode> rows = Json.list(ranking.path("rows"));
        assertThat(rows).hasSize(5);
        assertThat(rows.stream().map(row -> row.path("rank").asInt())).containsExactly(1, 2, 3, 4, 5);
        assertThat(rows.getFirst().path("value").asInt()).isEqualTo(7);
        assertThat(rows.stream().map(row -> row.path("flagged").asBoolean()))
                .containsExactly(false, false, true, true, true);
    }

    @Test
    void aNumberIsExplainedByItsVeryEvents() {
        String explain = "/api/kpis/explain?kpi=showroom-traffic&scope=region:history&limit=7&period=" + month();
        Waiting.until(
                "the journal has caught up",
                PATIENCE,
                () -> assertThat(group.get(explain).at("/journal/complete").asBoolean())
                        .isTrue());

        long sum = 0;
        @Nullable String next = "";
        while (next != null) {
            JsonNode page = group.get(next.isEmpty() ? explain : explain + "&cursor=" + next);
            assertThat(page.path("numerator").asLong()).isEqualTo(25);
            for (JsonNode event : Json.list(page.path("events"))) {
                assertThat(event.path("type").asString()).isEqualTo("dianmai.lead.visit-logged.v1");
                sum += event.at("/added/walkIns").asLong();
            }
            next = page.path("next").isString() ? page.path("next").asString() : null;
        }
        assertThat(sum).isEqualTo(25);
    }

    @Test
    void anAuditFindsNothingToDifferFrom() {
        for (String period : List.of(day.toString(), month(), Integer.toString(day.getYear()))) {
            JsonNode report = platform.door()
                    .post(
                            "/api/kpis/audits",
                            group.hq(),
                            Door.JSON,
                            Json.write(Map.of("storeId", "history-1", "period", period)))
                    .expectSuccess();

            assertThat(report.path("outcome").asString()).as(period).isEqualTo("equal");
            assertThat(report.path("differences").size()).isZero();
            assertThat(report.path("eventsCounted").asLong()).isPositive();
        }
    }

    @Test
    void aPlanIsAttained() {
        platform.door()
                .put(
                        "/api/targets",
                        group.hq(),
                        Json.write(Map.of(
                                "storeId",
                                "history-2",
                                "what",
                                "showroom-traffic",
                                "year",
                                day.getYear(),
                                "months",
                                List.of(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8))))
                .expectSuccess();

        JsonNode value = value("store:history-2", month(), "showroom-traffic");
        assertThat(value.at("/target/kind").asString()).isEqualTo("plan");
        assertThat(value.at("/target/value").asInt()).isEqualTo(8);
        // 4 of 8
        assertThat(value.at("/target/attainment").asInt()).isEqualTo(50);
        assertThat(value.at("/target/met").asBoolean()).isFalse();
    }

    @Test
    void aKpiThatIsMadeUpNowIsSeenForAllHistory() {
        String code = "party-share-" + UUID.randomUUID().toString().substring(0, 8);
        platform.door()
                .post(
                        "/api/kpis",
                        group.hq(),
                        Door.JSON,
                        Json.write(Map.of(
                                "code",
                                code,
                                "nameZh",
                                "来店占比 " + code,
                                "numerator",
                                "walkIns",
                                "denominator",
                                "walkIns + calls",
                                "unit",
                                "percent")))
                .expectSuccess();

        // 5 visits and 1 call
        assertThat(value("store:history-3", month(), code).path("value").decimalValue())
                .isEqualByComparingTo("83.33");
    }

    private String month() {
        return day.toString().substring(0, 7);
    }

    private long traffic(String scope, String period) {
        return number(scope, period, "showroom-traffic", "numerator");
    }

    private long number(String scope, String period, String kpi, String part) {
        return value(scope, period, kpi).path(part).asLong();
    }

    private JsonNode value(String scope, String period, String kpi) {
        return group.get("/api/kpis/values?scope=" + scope + "&period=" + period + "&kpi=" + kpi)
                .path("values")
                .path(0);
    }

    private static Fact visit(int store, LocalDate day, VisitKind kind) {
        return fact(store, day, new VisitReceived(UUID.randomUUID().toString(), kind, 1, false, null, null, null));
    }

    private static Fact fact(int store, LocalDate day, StoreFact data) {
        Instant noon = day.atTime(LocalTime.NOON).atZone(TestGroup.ZONE).toInstant();
        return new Fact(UUID.randomUUID().toString(), "history-" + store, noon, data);
    }
}
