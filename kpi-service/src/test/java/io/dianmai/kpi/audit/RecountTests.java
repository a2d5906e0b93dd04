package io.dianmai.kpi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.kpi.History;
import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.counter.RowSnapshot.SliceCounters;
import io.dianmai.kpi.value.LiveRows.LiveRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecountTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** Still the 9th in UTC, the 10th in the store's zone. */
    private static final Instant START = Instant.parse("2026-03-09T16:00:00Z");

    private static final List<Envelope<EventData>> LEAD =
            History.soldLead("S1", "L1", Channel.WEB, "A1", START).events();
    private static final RowKey DAY = new RowKey("S1", "2026-03-10");

    @Test
    void countsEachEventOnceOnItsDayMonthAndYear() {
        Recount recount = counted(true, LEAD);
        LEAD.forEach(event -> recount.add(topic(event), event));

        assertThat(recount.counted()).isEqualTo(LEAD.size());
        assertThat(recount.tally("2026-03-09").revision()).isZero();
        assertThat(recount.tally("2026-03-10").amounts().get(Tally.TOTAL))
                .containsEntry("leadsRegistered", 1L)
                .containsEntry("leadsVisited", 1L)
                .doesNotContainKey("orders");
        assertThat(recount.tally("2026-03").amounts().get("advisor=A1")).containsEntry("orders", 1L);
        assertThat(recount.tally("2026").amounts()).containsOnlyKeys(Tally.TOTAL);
    }

    @Test
    void findsEveryNumberThatDiffers() {
        Recount recount = counted(true, LEAD.subList(0, 1));
        List<SliceCounters> slices = List.of(
                slice("channel", "WEB", 1), slice("model", "M5", 1), slice("team", "T1", 1), slice("advisor", "A2", 1));
        var live = new LiveRow("2026-03-10", 1, Map.of("leadsRegistered", 1L, "webLeadsRegistered", 2L), slices);

        assertThat(Comparison.of(recount, List.of(DAY), List.of(live)))
                .containsExactlyInAnyOrder(
                        new Difference("2026-03-10", null, "webLeadsRegistered", 2, 1),
                        new Difference("2026-03-10", "advisor=A1", "leadsRegistered", 0, 1),
                        new Difference("2026-03-10", "advisor=A1", "webLeadsRegistered", 0, 1),
                        new Difference("2026-03-10", "advisor=A2", "leadsRegistered", 1, 0),
                        new Difference("2026-03-10", "advisor=A2", "webLeadsRegistered", 1, 0));
    }

    @Test
    void aRowThatIsMissingDiffers() {
        assertThat(Comparison.of(counted(true, LEAD), List.of(DAY), List.of()))
                .contains(
                        new Difference("2026-03-10", null, "revision", 0, 3),
                        new Difference("2026-03-10", null, "leadsRegistered", 0, 1));
        assertThat(Comparison.of(counted(true, List.of()), List.of(DAY), List.of()))
                .isEmpty();
    }

    @Test
    void aGapIsOneOnlyWhereTheEventsBeforeWereRead() {
        List<Envelope<EventData>> withoutFirst = LEAD.subList(2, 3);

        assertThat(counted(true, withoutFirst).tally("2026-03-10").amounts().get(Tally.TOTAL))
                .containsEntry("eventsMissing", 2L);
        assertThat(counted(false, withoutFirst).tally("2026-03-10").amounts().get(Tally.TOTAL))
                .doesNotContainKey("eventsMissing");
        assertThat(counted(false, List.of(LEAD.get(0), LEAD.get(2)))
                        .tally("2026-03-10")
                        .amounts()
                        .get(Tally.TOTAL))
                .containsEntry("eventsMissing", 1L);
    }

    @Test
    void knowsTheRowsOfAPeriod() {
        assertThat(AuditedPeriod.parse("2026-02-28").orElseThrow().rows()).containsExactly("2026-02-28");
        assertThat(AuditedPeriod.parse("2028-02").orElseThrow().rows())
                .hasSize(30)
                .contains("2028-02", "2028-02-01", "2028-02-29");
        assertThat(AuditedPeriod.parse("2026").orElseThrow().rows()).hasSize(1 + 12 + 365);
        for (String none : List.of("", "0001", "9999", "2026-13", "2026-02-29", "2026-W47", "2101-01-01", "ever")) {
            assertThat(AuditedPeriod.parse(none)).as(none).isEmpty();
        }
    }

    private static SliceCounters slice(String dimension, String value, long leads) {
        return new SliceCounters(dimension, value, Map.of("leadsRegistered", leads, "webLeadsRegistered", leads));
    }

    private static Recount counted(boolean fromTheBeginning, List<Envelope<EventData>> events) {
        Recount recount = new Recount(SHANGHAI, fromTheBeginning);
        events.forEach(event -> recount.add(topic(event), event));
        return recount;
    }

    private static String topic(Envelope<EventData> event) {
        return EventTypes.topicOf(event.data().getClass());
    }
}
