package io.dianmai.kpi.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.contracts.aftersales.ComplaintOpened;
import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpSkipped;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadAbsorbed;
import io.dianmai.contracts.lead.LeadClashed;
import io.dianmai.contracts.lead.LeadContacted;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLossProposed;
import io.dianmai.contracts.lead.LeadLossRefused;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadPaymentReceived;
import io.dianmai.contracts.lead.LeadQuoted;
import io.dianmai.contracts.lead.LeadRegisteredAgain;
import io.dianmai.contracts.lead.LeadReopened;
import io.dianmai.contracts.lead.LeadScored;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.MarketingCostBooked;
import io.dianmai.contracts.lead.ReopenReason;
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.contracts.lead.VisitLogged;
import io.dianmai.kpi.History;
import io.dianmai.kpi.ImplausibleEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterMappingTests {
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void countsALeadFromRegistrationToDelivery() {
        assertThat(sum(History.soldLead("S1", "L1", Channel.WEB, "A1", NOON)))
                .containsOnly(
                        Map.entry(Counter.LEADS_REGISTERED, 1L),
                        Map.entry(Counter.WEB_LEADS_REGISTERED, 1L),
                        Map.entry(Counter.LEADS_VISITED, 1L),
                        Map.entry(Counter.WEB_LEADS_ARRIVED, 1L),
                        Map.entry(Counter.LEADS_VISITED_AGAIN, 1L),
                        Map.entry(Counter.LEADS_TEST_DRIVEN, 1L),
                        Map.entry(Counter.ORDERS, 1L),
                        Map.entry(Counter.DAYS_TO_ORDER, 3L),
                        Map.entry(Counter.FINANCED_ORDERS, 1L),
                        Map.entry(Counter.ORDERS_FROM_WEB, 1L),
                        Map.entry(Counter.VEHICLES_DELIVERED, 1L),
                        Map.entry(Counter.NEV_DELIVERED, 1L),
                        Map.entry(Counter.NEW_POLICIES, 1L),
                        Map.entry(Counter.VEHICLE_GROSS_PROFIT, -150_000L),
                        Map.entry(Counter.ACCESSORY_REVENUE, 88_000L),
                        Map.entry(Counter.STOCK_AGE_DAYS, 41L));
    }

    @ParameterizedTest
    @CsvSource({
        "WALK_IN, ORDERS_FROM_WALK_INS",
        "PHONE, ORDERS_FROM_CALLS",
        "WEB, ORDERS_FROM_WEB",
        "REFERRAL, ORDERS_REFERRAL_REPEAT",
        "REPEAT_OWNER, ORDERS_REFERRAL_REPEAT"
    })
    void countsOrdersByChannel(Channel channel, Counter counter) {
        assertThat(sum(History.soldLead("S1", "L1", channel, "A1", NOON))).containsEntry(counter, 1L);
    }

    @Test
    void aLapsedTaskIsDueOnceAndOverdueUntilDone() {
        Map<Counter, Long> sum = sum(History.lapsedTask("S1", "P1", "T1", NOON));

        assertThat(sum)
                .containsOnly(
                        Map.entry(Counter.FOLLOW_UPS_DUE, 1L),
                        Map.entry(Counter.FOLLOW_UPS_OVERDUE, 0L),
                        Map.entry(Counter.FOLLOW_UPS_LATE, 1L),
                        Map.entry(Counter.FIRST_RESPONSES, 1L),
                        Map.entry(Counter.FIRST_RESPONSE_MINUTES, 12L));
    }

    @Test
    void aTaskDoneInTimeIsDueAndOnTime() {
        assertThat(sum(History.of("S1", "P1").then(NOON, History.done("T1", TaskPurpose.CADENCE, NOON, false))))
                .containsOnly(Map.entry(Counter.FOLLOW_UPS_DUE, 1L), Map.entry(Counter.FOLLOW_UPS_ON_TIME, 1L));
    }

    @ParameterizedTest
    @CsvSource({
        // Due at noon of the 21st in Shanghai.
        "2026-11-20T15:59:59.999Z, 1",
        "2026-11-20T16:00:00Z, 0",
        "2026-11-21T04:00:00Z, 0"
    })
    void aTaskIsDoneEarlyOnADayBeforeTheOneOnWhichItWasDue(Instant done, long early) {
        assertThat(sum(History.of("S1", "P1").then(done, History.done("T1", TaskPurpose.CADENCE, NOON, false)))
                        .getOrDefault(Counter.FOLLOW_UPS_EARLY, 0L))
                .isEqualTo(early);
    }

    @Test
    void aTaskDoneTooLateIsNeverEarly() {
        EventData late = new FollowUpDone(
                History.dimensions(Channel.WEB, "A1"), "T1", TaskPurpose.CADENCE, NOON, false, false, null, 12);

        assertThat(sum(History.of("S1", "P1").then(NOON.plusMillis(1), late)))
                .containsOnly(Map.entry(Counter.FOLLOW_UPS_DUE, 1L), Map.entry(Counter.FOLLOW_UPS_LATE, 1L));
    }

    @Test
    void aSkippedTaskIsNoLongerOverdueAndNeverDone() {
        var dimensions = History.dimensions(Channel.WEB, "A1");
        EventData open = new FollowUpSkipped(dimensions, "T1", TaskPurpose.CADENCE, NOON, "comes anyway", false, null);
        EventData overdue =
                new FollowUpSkipped(dimensions, "T1", TaskPurpose.CADENCE, NOON, "comes anyway", true, dimensions);

        assertThat(sum(History.of("S1", "P1").then(NOON, open)))
                .containsOnly(Map.entry(Counter.FOLLOW_UPS_SKIPPED, 1L));
        assertThat(sum(History.of("S1", "P1").then(NOON, overdue)))
                .containsOnly(Map.entry(Counter.FOLLOW_UPS_SKIPPED, 1L), Map.entry(Counter.FOLLOW_UPS_OVERDUE, -1L));
    }

    @Test
    void countsWhatBecomesOfALead() {
        var dimensions = History.dimensions(Channel.PHONE, "A1");
        History history = History.of("S1", "X")
                .then(NOON, new LeadRegisteredAgain(dimensions, Channel.WEB, null, null, "R2"))
                .then(NOON, new LeadClashed(dimensions, "S2", NOON, NOON))
                .then(NOON, new LeadContacted(dimensions))
                .then(NOON, new LeadQuoted(dimensions, "Q1", "M5", 100, 0, false, null))
                .then(NOON, new LeadLossProposed(dimensions, LossReason.PRICE, null, "A1", 3))
                .then(NOON, new LeadLossRefused(dimensions, LossReason.PRICE, "M1", null))
                .then(NOON, new LeadReopened(dimensions, ReopenReason.REACTIVATED))
                .then(NOON, new LeadPaymentReceived(dimensions, "O1", "P1", 700, 300, 1_000, null))
                .then(NOON, new LeadPaymentReceived(dimensions, "O1", "P2", -200, 500, 300, null))
                .then(NOON, new LeadAbsorbed(dimensions, "L9"))
                .then(NOON, new LeadScored(dimensions, 40, 50, true));

        assertThat(sum(history))
                .containsOnly(
                        Map.entry(Counter.LEADS_REGISTERED_AGAIN, 1L),
                        Map.entry(Counter.LEADS_CLASHED, 1L),
                        Map.entry(Counter.LEADS_CONTACTED, 1L),
                        Map.entry(Counter.QUOTES, 1L),
                        Map.entry(Counter.LOSSES_PROPOSED, 1L),
                        Map.entry(Counter.LOSSES_REFUSED, 1L),
                        Map.entry(Counter.LEADS_REOPENED, 1L),
                        Map.entry(Counter.PAYMENTS_RECEIVED, 500L));
    }

    @Test
    void aCostCountsForItsActivityAndItsChannel() {
        EventData booked = new MarketingCostBooked("X9", Channel.EVENT, "C1", 3_500);
        EventData ofAChannel = new MarketingCostBooked(null, Channel.WEB, "C2", -100);

        assertThat(post(booked))
                .containsExactly(new Posting(
                        NOON,
                        List.of(new Slice(Dimension.CHANNEL, "EVENT"), new Slice(Dimension.ACTIVITY, "X9")),
                        Map.of(Counter.CAMPAIGN_COST, 3_500L)));
        assertThat(post(ofAChannel))
                .containsExactly(new Posting(
                        NOON, List.of(new Slice(Dimension.CHANNEL, "WEB")), Map.of(Counter.CAMPAIGN_COST, -100L)));
    }

    @Test
    void countsARepairFromReceptionToHandover() {
        assertThat(sum(History.repairedCar("S1", "R1", JobKind.ACCIDENT, NOON)))
                .containsOnly(
                        Map.entry(Counter.SHOP_VISITS, 1L),
                        Map.entry(Counter.REPAIR_VEHICLES, 1L),
                        Map.entry(Counter.BOOKED_VISITS, 1L),
                        Map.entry(Counter.JOBS_QUALITY_CHECKED, 1L),
                        Map.entry(Counter.SOLD_HOURS, 120L),
                        Map.entry(Counter.ACTUAL_HOURS, 95L),
                        Map.entry(Counter.JOBS_SETTLED, 1L),
                        Map.entry(Counter.REPAIR_REVENUE, 86_000L),
                        Map.entry(Counter.REPAIR_DIRECT_COST, 41_000L),
                        Map.entry(Counter.CARE_REVENUE, 5_000L),
                        Map.entry(Counter.SCRAP_REVENUE, 700L),
                        Map.entry(Counter.REPAIR_GROSS_PROFIT, 45_000L),
                        Map.entry(Counter.AFTER_SALES_GROSS_PROFIT, 45_700L),
                        Map.entry(Counter.ADD_ON_VISITS, 1L),
                        Map.entry(Counter.ACCIDENT_REVENUE, 86_000L),
                        Map.entry(Counter.ACCIDENT_GROSS_PROFIT, 45_000L),
                        Map.entry(Counter.HANDOVERS_PROMISED, 1L),
                        Map.entry(Counter.HANDOVERS_ON_TIME, 1L));
    }

    @Test
    void anInternalJobIsNoVisit() {
        assertThat(sum(History.repairedCar("S1", "R1", JobKind.INTERNAL, NOON)))
                .doesNotContainKeys(Counter.SHOP_VISITS, Counter.REPAIR_VEHICLES, Counter.BOOKED_VISITS);
    }

    @Test
    void countsAComplaint() {
        assertThat(sum(History.complaint("S1", "C1", NOON)))
                .containsOnly(
                        Map.entry(Counter.COMPLAINTS_OPENED, 1L),
                        Map.entry(Counter.COMPLAINTS_ANSWERED_ON_TIME, 1L),
                        Map.entry(Counter.COMPLAINTS_CLOSED, 1L),
                        Map.entry(Counter.COMPLAINTS_SATISFIED, 1L));
    }

    @Test
    void countsPartiesContactsAndUpgrades() {
        var dimensions = History.dimensions(Channel.PHONE, "A1");
        History history = History.of("S1", "X")
                .then(NOON, new VisitLogged(dimensions, VisitKind.CALL, 1, true, null))
                .then(NOON, new VisitLogged(dimensions, VisitKind.WALK_IN, 3, false, null))
                .then(NOON, new ContactLogged(dimensions, ContactMedium.CALL, ContactResult.CONNECTED, true))
                .then(NOON, new ContactLogged(dimensions, ContactMedium.CALL, ContactResult.NO_ANSWER, false))
                .then(NOON, new LeadGraded(dimensions, Level.C, null, false, null))
                .then(NOON, new LeadGraded(dimensions, Level.A, Level.C, false, null))
                .then(NOON, new LeadGraded(dimensions, Level.H, Level.A, false, null))
                .then(NOON, new LeadGraded(dimensions, Level.O, Level.H, false, null))
                .then(NOON, new LeadGraded(dimensions, Level.B, Level.O, false, null));

        assertThat(sum(history))
                .containsOnly(
                        Map.entry(Counter.CALLS, 1L),
                        Map.entry(Counter.WALK_INS, 1L),
                        Map.entry(Counter.VISITS_RETAINED, 1L),
                        Map.entry(Counter.CONTACTS, 2L),
                        Map.entry(Counter.EFFECTIVE_CONTACTS, 1L),
                        Map.entry(Counter.LEVEL_UPGRADES, 3L));
    }

    @Test
    void cutsByEveryDimensionThatIsKnown() {
        LeadDimensions all = new LeadDimensions(Channel.WEB, "X9", "M5", "A1", "T1", null);

        assertThat(post(new LeadLost(all, LossReason.PRICE, "其他车型")).getFirst().slices())
                .containsExactly(
                        new Slice(Dimension.ADVISOR, "A1"),
                        new Slice(Dimension.TEAM, "T1"),
                        new Slice(Dimension.CHANNEL, "WEB"),
                        new Slice(Dimension.ACTIVITY, "X9"),
                        new Slice(Dimension.MODEL, "M5"),
                        new Slice(Dimension.COMPETITOR, "其他车型"));
        assertThat(post(new LeadLost(History.dimensions(Channel.WEB, null), LossReason.PRICE, null))
                        .getFirst()
                        .slices())
                .containsExactly(
                        new Slice(Dimension.TEAM, "T1"),
                        new Slice(Dimension.CHANNEL, "WEB"),
                        new Slice(Dimension.MODEL, "M5"));
    }

    @Test
    void anActivityEarnsWhatItsCustomersBring() {
        LeadDimensions brought = new LeadDimensions(Channel.EVENT, "X9", "M5", "A1", "T1", null);
        EventData delivered = new LeadDelivered(brought, "O1", 700_000, 0, false, false, false, 1);

        assertThat(post(delivered).getFirst().amounts()).containsEntry(Counter.ACTIVITY_GROSS_PROFIT, 700_000L);
    }

    @Test
    void cutsComplaintsByCategoryWeekdayAndHourOfTheStore() {
        // A Saturday, 04:00 UTC: noon in Shanghai, Friday evening in New York.
        EventData opened =
                new ComplaintOpened(new JobDimensions(null, null, null), ComplaintCategory.WAITING, NOON, NOON);
        Envelope<EventData> event = History.of("S1", "C1").then(NOON, opened).last();

        assertThat(CounterMapping.postings(event, SHANGHAI).getFirst().slices())
                .containsExactly(new Slice(Dimension.COMPLAINT_SLOT, "WAITING|6|12"));
        assertThat(CounterMapping.postings(event, ZoneId.of("America/New_York"))
                        .getFirst()
                        .slices())
                .containsExactly(new Slice(Dimension.COMPLAINT_SLOT, "WAITING|5|23"));
    }

    @Test
    void refusesAnAmountOrATimeBeyondReason() {
        EventData absurd = new LeadDelivered(
                History.dimensions(Channel.WEB, "A1"), "O1", Long.MAX_VALUE, 0, false, false, false, 0);
        EventData ancient = new LeadVisited(
                new LeadDimensions(Channel.WEB, null, null, null, null, Instant.parse("1999-12-31T23:59:59Z")), 1);

        assertThatThrownBy(() -> post(absurd))
                .isInstanceOf(ImplausibleEvent.class)
                .hasMessageContaining("vehicleGrossProfit");
        assertThatThrownBy(() -> post(ancient)).isInstanceOf(ImplausibleEvent.class);
    }

    private static List<Posting> post(EventData data) {
        return CounterMapping.postings(History.of("S1", "X").then(NOON, data).last(), SHANGHAI);
    }

    private static Map<Counter, Long> sum(History history) {
        Map<Counter, Long> sum = new EnumMap<>(Counter.class);
        history.events()
                .forEach(event -> CounterMapping.postings(event, SHANGHAI)
                        .forEach(posting ->
                                posting.amounts().forEach((counter, amount) -> sum.merge(counter, amount, Long::sum))));
        return sum;
    }
}
