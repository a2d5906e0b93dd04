package io.dianmai.lead.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.lead.Level;
import io.dianmai.lead.assignment.StoreLoads.Move;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreLoadsTests {
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Test
    void followsALeadFromHandToHandAndToItsEnd() {
        var unknown = LeadStanding.unknown("l1");
        var first = new LeadStanding("l1", 2, "a", null, true);
        var graded = new LeadStanding("l1", 3, "a", Level.B, true);
        var passed = new LeadStanding("l1", 4, "c", Level.B, true);
        var lost = new LeadStanding("l1", 5, "c", Level.B, false);

        StoreLoads loads = StoreLoads.NONE.counting(List.of(new Move(unknown, first, DAY)));
        assertThat(loads.of("a")).isEqualTo(new AdvisorLoad("a", 1, Map.of(), 0, DAY, 1));
        loads = loads.counting(List.of(new Move(first, graded, null), new Move(graded, passed, DAY)));
        assertThat(loads.of("a").open()).isZero();
        assertThat(loads.of("a").byLevel()).isEmpty();
        assertThat(loads.of("c").byLevel()).containsExactly(Map.entry(Level.B, 1));
        assertThat(loads.unsettled()).containsExactly(passed);
        loads = loads.counting(List.of(new Move(passed, lost, null)));
        assertThat(loads.of("c").open()).isZero();
        assertThat(loads.of("c").byLevel()).isEmpty();
        assertThat(loads.of("c").dealtOn(DAY)).isEqualTo(1);
    }

    @Test
    void countsAPromiseUntilItIsHeardAndNotTwice() {
        StoreLoads promised = StoreLoads.NONE.promising("l1", "a", NOW).promising("l2", "a", NOW);
        assertThat(promised.at(NOW).openOf("a")).isEqualTo(2);

        StoreLoads heard = promised.counting(
                List.of(new Move(LeadStanding.unknown("l1"), new LeadStanding("l1", 2, "a", null, true), DAY)));
        assertThat(heard.at(NOW).openOf("a")).isEqualTo(2);
        assertThat(heard.of("a").open()).isEqualTo(1);
        assertThat(heard.promised()).extracting(StoreLoads.Promise::leadId).containsExactly("l2");
    }

    @Test
    void forgetsAPromiseThatWasNeverKept() {
        StoreLoads promised = StoreLoads.NONE.promising("l1", "a", NOW);
        Instant over = NOW.plus(StoreLoads.PROMISED_FOR);

        assertThat(promised.at(over.minusMillis(1)).openOf("a")).isEqualTo(1);
        assertThat(promised.at(over).openOf("a")).isZero();
        assertThat(promised.promising("l2", "c", over).promised()).hasSize(1);
    }

    @Test
    void forgetsWhatWasPromisedOfALeadBefore() {
        StoreLoads again = StoreLoads.NONE.promising("l1", "a", NOW).promising("l1", "c", NOW);

        assertThat(again.at(NOW).openOf("a")).isZero();
        assertThat(again.at(NOW).openOf("c")).isEqualTo(1);
        assertThat(again.at(NOW).lastTurnOf("c")).isEqualTo(2);
    }

    @Test
    void countsTheLastDayOnly() {
        AdvisorLoad load = AdvisorLoad.none("a").givenOn(DAY).givenOn(DAY.plusDays(1));

        assertThat(load.givenOn(DAY).dealtOn(DAY.plusDays(1))).isEqualTo(1);
        assertThat(load.givenOn(DAY.plusDays(1)).dealtOn(DAY.plusDays(1))).isEqualTo(2);
        assertThat(load.dealtOn(DAY)).isZero();
    }

    @Test
    void isReadAsItWasWritten() {
        StoreLoads loads = StoreLoads.NONE
                .promising("l1", "a", NOW)
                .counting(List.of(
                        new Move(LeadStanding.unknown("l2"), new LeadStanding("l2", 3, "c", Level.A, true), DAY)));

        assertThat(EventJson.MAPPER.readValue(EventJson.MAPPER.writeValueAsString(loads), StoreLoads.class))
                .isEqualTo(loads);
    }
}
