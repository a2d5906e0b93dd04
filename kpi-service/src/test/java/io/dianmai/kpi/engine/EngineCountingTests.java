package io.dianmai.kpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.kpi.History;
import io.dianmai.kpi.counter.RowSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineCountingTests {
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private final EngineDriver engine = new EngineDriver();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void countsPerDayAndMonthAndDimension() {
        engine.pipe(History.soldLead("S1", "L1", Channel.WEB, "A1", NOON).events());

        Map<String, RowSnapshot> rows = engine.rows();

        assertThat(rows)
                .containsOnlyKeys(
                        "S1|2026", "S1|2026-11", "S1|2026-11-21", "S1|2026-11-23", "S1|2026-11-24", "S1|2026-11-30");
        assertThat(row(rows, "S1|2026-11").totals())
                .containsEntry("orders", 1L)
                .containsEntry("vehicleGrossProfit", -150_000L);
        assertThat(row(rows, "S1|2026-11-21").totals())
                .containsOnly(
                        Map.entry("leadsRegistered", 1L),
                        Map.entry("webLeadsRegistered", 1L),
                        Map.entry("leadsVisited", 1L),
                        Map.entry("webLeadsArrived", 1L),
                        Map.entry("leadsTestDriven", 1L));
        assertThat(row(rows, "S1|2026-11-24").slices())
                .contains(new RowSnapshot.SliceCounters(
                        "advisor",
                        "A1",
                        Map.of("orders", 1L, "daysToOrder", 3L, "financedOrders", 1L, "ordersFromWeb", 1L)));
    }

    @Test
    void countsARepeatedEventOnce() {
        List<Envelope<EventData>> events =
                History.soldLead("S1", "L1", Channel.WEB, "A1", NOON).events();

        engine.pipe(events);
        engine.pipe(events);
        engine.pipe(events.getFirst());

        assertThat(row(engine.rows(), "S1|2026-11").totals())
                .containsEntry("leadsRegistered", 1L)
                .containsEntry("orders", 1L);
        assertThat(engine.events("repeated")).isEqualTo(7);
    }

    @Test
    void countsAfterAGapAndReportsIt() {
        List<Envelope<EventData>> events =
                History.soldLead("S1", "L1", Channel.WEB, "A1", NOON).events();

        engine.pipe(events.get(0));
        engine.pipe(events.get(4));

        Map<String, RowSnapshot> rows = engine.rows();
        assertThat(row(rows, "S1|2026-11").totals()).containsEntry("orders", 1L);
        // The first order is event number five: two to four are missing, which shows on its day.
        assertThat(row(rows, "S1|2026-11-24").totals()).containsEntry("eventsMissing", 3L);
        assertThat(row(rows, "S1|2026-11-21").totals()).doesNotContainKey("eventsMissing");
        assertThat(engine.meters.get("dianmai.kpi.gaps").counter().count()).isEqualTo(1);
    }

    @Test
    void aLateEventRestatesItsOwnDay() {
        engine.pipe(History.of("S1", "L1")
                .then(NOON, History.registered(Channel.WEB, "A1"))
                .events());
        engine.rows();

        engine.pipe(History.of("S1", "L2")
                .then(NOON.minus(Duration.ofDays(40)), NOON, History.registered(Channel.PHONE, "A1"))
                .events());

        Map<String, RowSnapshot> rows = engine.rows();
        assertThat(rows).containsOnlyKeys("S1|2026", "S1|2026-10", "S1|2026-10-12");
        assertThat(row(rows, "S1|2026-10-12").totals()).containsOnly(Map.entry("leadsRegistered", 1L));
    }

    @Test
    void aDayBeginsAtMidnightOfTheStore() {
        Instant midnight = Instant.parse("2026-11-20T16:00:00Z");
        engine.pipe(History.of("S1", "L1")
                .then(midnight.minusMillis(1), History.registered(Channel.WEB, "A1"))
                .events());
        engine.pipe(History.of("S1", "L2")
                .then(midnight, History.registered(Channel.WEB, "A1"))
                .events());
        engine.pipe(History.of("U1", "U1")
                .then(NOON, History.published("U1", "America/New_York"))
                .events());
        engine.pipe(History.of("U1", "L3")
                .then(midnight, History.registered(Channel.WEB, "A1"))
                .events());

        assertThat(engine.rows())
                .containsOnlyKeys(
                        "S1|2026",
                        "S1|2026-11",
                        "S1|2026-11-20",
                        "S1|2026-11-21",
                        "U1|2026",
                        "U1|2026-11",
                        "U1|2026-11-20");
    }

    @Test
    void sendsOnlyWhatChangedAndAlwaysAbsolute() {
        History lead = History.of("S1", "L1").then(NOON, History.registered(Channel.WEB, "A1"));
        engine.pipe(lead.last());
        engine.rows();

        assertThat(engine.rows()).isEmpty();

        engine.pipe(lead.then(NOON, new LeadVisited(History.dimensions(Channel.WEB, "A1"), 1))
                .last());
        RowSnapshot day = row(engine.rows(), "S1|2026-11-21");
        assertThat(day.totals()).containsEntry("leadsRegistered", 1L).containsEntry("leadsVisited", 1L);
        assertThat(day.revision()).isEqualTo(2);
    }

    @Test
    void keepsTheLevelOfOverdueTasksAndWhatMovedIt() {
        List<Envelope<EventData>> task =
                History.lapsedTask("S1", "P1", "T1", NOON).events();

        engine.pipe(task.subList(0, 2));
        Map<String, RowSnapshot> lapsed = engine.rows();
        assertThat(row(lapsed, "S1|ever").totals()).containsOnly(Map.entry("followUpsOverdue", 1L));
        assertThat(row(lapsed, "S1|2026-11-21").totals()).containsEntry("followUpsOverdue", 1L);

        engine.pipe(task.get(2));
        Map<String, RowSnapshot> done = engine.rows();
        assertThat(row(done, "S1|ever").totals()).isEmpty();
        assertThat(row(done, "S1|2026-11-22").totals()).containsEntry("followUpsOverdue", -1L);
    }

    /** The driver ends a transaction after each record. */
    @Test
    void whatIsCountedIsInTheChangelogsWhenTheTransactionEnds() {
        engine.pipe(History.of("S1", "S1")
                .then(NOON, History.published("S1", "Asia/Shanghai"))
                .events());
        engine.pipe(History.of("S1", "L1")
                .then(NOON, History.registered(Channel.WEB, "A1"))
                .events());

        assertThat(engine.changelog("rows")).containsExactlyInAnyOrder("S1|2026", "S1|2026-11", "S1|2026-11-21");
        assertThat(engine.changelog("dirty-rows")).hasSize(3);
        assertThat(engine.changelog("heard")).containsExactly("org-events|S1", "lead-events|L1");
    }

    private static RowSnapshot row(Map<String, RowSnapshot> rows, String key) {
        RowSnapshot row = rows.get(key);
        assertThat(row).as(key).isNotNull();
        return Objects.requireNonNull(row);
    }
}
