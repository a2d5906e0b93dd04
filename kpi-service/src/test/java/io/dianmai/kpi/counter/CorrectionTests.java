package io.dianmai.kpi.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.EventData;
import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.RepairOrderSettled;
import io.dianmai.contracts.aftersales.RepairOrderSettlementReversed;
import io.dianmai.contracts.aftersales.Settlement;
import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.FollowUpCancelled;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpReassigned;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadMerged;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrderChanged;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.kpi.History;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is taken back is taken back where it was put, and what is handed on moves. */
class CorrectionTests {
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofDays(20));
    private static final LeadDimensions ONE = History.dimensions(Channel.WEB, "A1");
    private static final LeadDimensions OTHER = History.dimensions(Channel.WEB, "A2");

    @Test
    void aCancelledOrderIsTakenBackFromItsOwnDayAndCohort() {
        LeadDimensions known =
                new LeadDimensions(Channel.WEB, null, "M5", "A1", "T1", NOON.minus(Duration.ofHours(30)));
        LeadOrdered ordered = new LeadOrdered(known, "O1", 20_000_000, 500_000, true, 1, null, null);
        List<Posting> put = post(NOON, ordered);

        // Meanwhile the lead has changed hands: the order counted for the first advisor.
        List<Posting> taken = post(LATER, new LeadOrderCancelled(OTHER, "O1", NOON, ordered, null));

        assertThat(put).hasSize(2);
        assertThat(taken).isEqualTo(put.stream().map(Posting::negated).toList());
        assertThat(taken.getFirst().at()).isEqualTo(NOON);
        assertThat(taken.getFirst().amounts())
                .containsOnly(
                        Map.entry(Counter.ORDERS, -1L),
                        Map.entry(Counter.DAYS_TO_ORDER, -1L),
                        Map.entry(Counter.FINANCED_ORDERS, -1L),
                        Map.entry(Counter.ORDERS_FROM_WEB, -1L));
        assertThat(taken.getLast().at()).isEqualTo(known.registeredAt());
        assertThat(taken.getLast().amounts()).containsOnly(Map.entry(Counter.COHORT_ORDERED, -1L));
        assertThat(taken.getLast().slices()).contains(new Slice(Dimension.STAGE_TIME, "ordered|30h"));
    }

    @Test
    void theRestOfThePriceIsExpectedOnItsDayAndMovesWithIt() {
        LeadOrdered ordered = new LeadOrdered(ONE, "O1", 20_000_000, 500_000, true, 1, null, LATER);
        Instant put = LATER.plus(Duration.ofDays(3));

        assertThat(post(NOON, ordered)).contains(expected(LATER, 19_500_000));
        assertThat(post(NOON, new LeadOrderChanged(OTHER, "O1", 14_500_000, null, put, null, LATER)))
                .containsExactly(expected(LATER, -14_500_000), expected(put, 14_500_000));
        assertThat(post(NOON, new LeadOrderChanged(OTHER, "O1", 14_500_000, null, null, null, LATER)))
                .containsExactly(expected(LATER, -14_500_000));
        assertThat(post(NOON, new LeadOrderChanged(OTHER, "O1", 14_500_000, null, put, null, null)))
                .containsExactly(expected(put, 14_500_000));
        assertThat(post(NOON, new LeadOrderChanged(OTHER, "O1", 14_500_000, put, LATER, null, LATER)))
                .isEmpty();
    }

    @Test
    void aCancelledOrderTakesBackWhatIsStillExpected() {
        LeadOrdered ordered = new LeadOrdered(ONE, "O1", 20_000_000, 500_000, true, 1, null, LATER);
        Instant put = LATER.plus(Duration.ofDays(3));

        assertThat(post(LATER, new LeadOrderCancelled(OTHER, "O1", NOON, ordered, null)))
                .contains(expected(LATER, -19_500_000));
        assertThat(post(LATER, new LeadOrderCancelled(OTHER, "O1", NOON, ordered, null, 14_500_000L, put)))
                .contains(expected(put, -14_500_000))
                .noneMatch(posting -> posting.at().equals(LATER));
        assertThat(post(LATER, new LeadOrderCancelled(OTHER, "O1", NOON, ordered, null, 0L, put)))
                .noneMatch(posting -> posting.amounts().containsKey(Counter.PAYMENTS_EXPECTED));
    }

    private static Posting expected(Instant day, long amount) {
        return new Posting(
                day, List.of(new Slice(Dimension.CHANNEL, "WEB")), Map.of(Counter.PAYMENTS_EXPECTED, amount));
    }

    @Test
    void aMergedLeadWasNeverRegistered() {
        LeadDimensions known = new LeadDimensions(Channel.WEB, "X9", "M5", "A1", "T1", NOON);

        assertThat(post(LATER, new LeadMerged(known, "L2")))
                .containsExactly(
                        new Posting(LATER, Slice.of(known), Map.of(Counter.LEADS_MERGED, 1L)),
                        new Posting(
                                NOON,
                                List.of(new Slice(Dimension.CHANNEL, "WEB"), new Slice(Dimension.ACTIVITY, "X9")),
                                Map.of(Counter.LEADS_REGISTERED, -1L, Counter.WEB_LEADS_REGISTERED, -1L)));
        assertThat(post(LATER, new LeadMerged(ONE, "L2"))).hasSize(1);
    }

    @Test
    void aReversedSettlementIsTakenBackFromItsOwnDay() {
        JobDimensions dimensions = new JobDimensions("S1", "W1", "M5");
        RepairOrderSettled settled = new RepairOrderSettled(
                dimensions, JobKind.ACCIDENT, new Settlement(30_000, 50_000, 5_000, 1_000, 700, 41_000), true);
        List<Posting> put = post(NOON, settled);

        List<Posting> taken =
                post(LATER, new RepairOrderSettlementReversed(dimensions, JobKind.ACCIDENT, NOON, settled, "wrong"));

        assertThat(taken).isEqualTo(put.stream().map(Posting::negated).toList());
        assertThat(taken.getFirst().amounts())
                .containsEntry(Counter.REPAIR_REVENUE, -86_000L)
                .containsEntry(Counter.JOBS_SETTLED, -1L)
                .containsEntry(Counter.ACCIDENT_GROSS_PROFIT, -45_000L);
    }

    @Test
    void anOverdueTaskLeavesWhereItWasPutHoweverItGoesAway() {
        Set<EventData> ends = Set.of(
                new FollowUpCancelled(OTHER, "T1", TaskPurpose.CADENCE, CancelReason.LOST, true, ONE),
                new FollowUpRescheduled(OTHER, "T1", TaskPurpose.CADENCE, LATER, NOON, true, ONE, null));

        assertThat(ends)
                .allSatisfy(end -> assertThat(post(LATER, end))
                        .containsExactly(new Posting(LATER, Slice.of(ONE), Map.of(Counter.FOLLOW_UPS_OVERDUE, -1L))));
        assertThat(post(LATER, new FollowUpDone(OTHER, "T1", TaskPurpose.CADENCE, NOON, false, true, ONE, 12)))
                .containsExactly(
                        new Posting(LATER, Slice.of(OTHER), Map.of(Counter.FOLLOW_UPS_LATE, 1L)),
                        new Posting(LATER, Slice.of(ONE), Map.of(Counter.FOLLOW_UPS_OVERDUE, -1L)));
    }

    @Test
    void anOverdueTaskOfBeforeThatWasToldLeavesUnderItsPresentDimensions() {
        EventData cancelled = new FollowUpCancelled(ONE, "T1", TaskPurpose.CADENCE, CancelReason.LOST, true, null);
        EventData never = new FollowUpCancelled(ONE, "T1", TaskPurpose.CADENCE, CancelReason.LOST, false, null);

        assertThat(post(NOON, cancelled))
                .containsExactly(new Posting(NOON, Slice.of(ONE), Map.of(Counter.FOLLOW_UPS_OVERDUE, -1L)));
        assertThat(post(NOON, never)).isEmpty();
    }

    @Test
    void anOverdueTaskThatIsHandedOnMovesWithIt() {
        assertThat(post(NOON, new FollowUpReassigned(OTHER, "T1", TaskPurpose.CADENCE, NOON, "A2", ONE)))
                .containsExactlyInAnyOrder(
                        new Posting(NOON, Slice.of(ONE), Map.of(Counter.FOLLOW_UPS_OVERDUE, -1L)),
                        new Posting(NOON, Slice.of(OTHER), Map.of(Counter.FOLLOW_UPS_OVERDUE, 1L)));
        assertThat(post(NOON, new FollowUpReassigned(OTHER, "T1", TaskPurpose.CADENCE, NOON, "A2", null)))
                .isEmpty();
    }

    private static List<Posting> post(Instant time, EventData data) {
        return CounterMapping.postings(History.of("S1", "X").then(time, data).last(), ZoneOffset.UTC);
    }
}
