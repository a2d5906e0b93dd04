package io.dianmai.kpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.deadline.DeadlineSnoozed;
import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadMerged;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrderChanged;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LeadPaymentReceived;
import io.dianmai.contracts.lead.LeadRecalled;
import io.dianmai.contracts.lead.LeadRegisteredAgain;
import io.dianmai.contracts.lead.LeadReopened;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.RecallReason;
import io.dianmai.contracts.lead.ReopenReason;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kpi.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clocks that the engine sets by itself, from events to reminders. */
class EngineLeadClockTests {
    private static final Instant START = EngineDriver.START;
    private static final Duration TICK = Duration.ofMillis(100);

    private final EngineDriver engine = new EngineDriver();
    private final History lead = History.of("S1", "L1");
    private final List<Envelope<ReminderFired>> reminders = new ArrayList<>();
    private Instant now = START;

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aDigitalLeadThatDoesNotComeIsAskedForThreeTimes() {
        tell(START, History.registered(Channel.WEB, "A1"));

        runTo(Duration.ofDays(62));

        assertThat(of(DeadlineKind.STAGE_15_30_60))
                .extracting(reminder ->
                        Duration.between(START, reminder.data().rungAt()).toDays())
                .containsExactly(15L, 16L, 30L, 31L, 60L, 61L);
    }

    @Test
    void afterAVisitNoMore() {
        tell(START, History.registered(Channel.WEB, "A1"));
        runTo(Duration.ofDays(20));
        tell(now, new LeadVisited(History.dimensions(Channel.WEB, "A1"), 1));

        runTo(Duration.ofDays(100));

        assertThat(of(DeadlineKind.STAGE_15_30_60)).hasSize(2);
    }

    @Test
    void aWalkInHasNoStages() {
        tell(START, History.registered(Channel.WALK_IN, "A1"));

        runTo(Duration.ofDays(100));

        assertThat(of(DeadlineKind.STAGE_15_30_60)).isEmpty();
    }

    @Test
    void anIdleLeadIsRecalledThirtyDaysAfterTheLastEffectiveContact() {
        tell(START, History.registered(Channel.WALK_IN, "A1"));
        runTo(Duration.ofDays(10));
        contact(true);
        runTo(Duration.ofDays(15));
        contact(false);

        runTo(Duration.ofDays(40).minusMillis(1));
        assertThat(of(DeadlineKind.LEAD_IDLE)).hasSize(2);
        runTo(Duration.ofDays(40).plus(TICK));

        assertThat(of(DeadlineKind.LEAD_IDLE))
                .extracting(reminder -> reminder.data().action())
                .containsExactly(RungAction.NOTIFY, RungAction.NOTIFY, RungAction.RECALL);
    }

    @Test
    void aRecalledLeadIsVisitedAgainAndIdlesAnewWithItsNextOwner() {
        tell(START, History.registered(Channel.WALK_IN, "A1"));
        runTo(Duration.ofDays(31));
        tell(now, new LeadRecalled(History.dimensions(Channel.WALK_IN, null), "A1", RecallReason.IDLE));
        runTo(Duration.ofDays(42));
        assertThat(of(DeadlineKind.POOL_REVISIT)).hasSize(1);
        tell(now, new LeadAssigned(History.dimensions(Channel.WALK_IN, "A2"), "A2", null, AssignmentReason.MANUAL));

        runTo(Duration.ofDays(73));

        assertThat(of(DeadlineKind.LEAD_IDLE)).extracting(Envelope::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(of(DeadlineKind.LEAD_IDLE).getLast().data().ownerId()).isEqualTo("A2");
    }

    @Test
    void whileOrderedADepositIsKeptWarmEachWeekAndNothingIdles() {
        tell(START, History.registered(Channel.WALK_IN, "A1"));
        var dimensions = History.dimensions(Channel.WALK_IN, "A1");
        var ordered =
                new LeadOrdered(dimensions, "O1", 20_000_000, 500_000, false, 0, START.plus(Duration.ofDays(20)), null);
        tell(START, ordered);
        runTo(Duration.ofDays(3));
        contact(true);
        // A change of hands does not make an ordered lead idle.
        tell(now, new LeadAssigned(History.dimensions(Channel.WALK_IN, "A2"), "A2", null, AssignmentReason.MANUAL));

        runTo(Duration.ofDays(35));
        assertThat(of(DeadlineKind.DEPOSIT_CONTACT))
                .extracting(reminder ->
                        Duration.between(START, reminder.data().rungAt()).toDays())
                .containsExactly(10L, 17L, 24L, 31L);
        assertThat(of(DeadlineKind.DELIVERY_EXPECTED)).hasSize(2);
        assertThat(of(DeadlineKind.LEAD_IDLE)).isEmpty();

        tell(now, new LeadOrderCancelled(dimensions, "O1", START, ordered, null));
        runTo(Duration.ofDays(66));
        assertThat(of(DeadlineKind.DEPOSIT_CONTACT)).hasSize(4);
        assertThat(of(DeadlineKind.LEAD_IDLE)).hasSize(3);
    }

    @Test
    void aReopenedLeadIsNoLongerWonBackAndMayIdle() {
        var dimensions = History.dimensions(Channel.WEB, "A1");
        tell(START, History.registered(Channel.WEB, "A1"));
        tell(START, new LeadLost(dimensions, LossReason.PRICE, null));
        runTo(Duration.ofDays(10));
        tell(now, new LeadReopened(dimensions, ReopenReason.REACTIVATED));

        runTo(Duration.ofDays(200));

        assertThat(of(DeadlineKind.LOST_REACTIVATION)).isEmpty();
        assertThat(of(DeadlineKind.STAGE_15_30_60)).isEmpty();
        assertThat(of(DeadlineKind.LEAD_IDLE))
                .last()
                .satisfies(recall -> assertThat(
                                Duration.between(START, recall.data().rungAt()))
                        .isEqualTo(Duration.ofDays(40)));
    }

    @Test
    void aCustomerWhoRegistersAgainIsNotIdle() {
        tell(START, History.registered(Channel.WALK_IN, "A1"));
        runTo(Duration.ofDays(20));
        tell(now, new LeadRegisteredAgain(History.dimensions(Channel.WALK_IN, "A1"), Channel.WEB, null, null, null));

        runTo(Duration.ofDays(50).minusMillis(1));
        assertThat(of(DeadlineKind.LEAD_IDLE)).hasSize(2);
        runTo(Duration.ofDays(50).plus(TICK));
        assertThat(of(DeadlineKind.LEAD_IDLE)).hasSize(3);
    }

    @Test
    void aMergedLeadIsHeardOfNoMore() {
        tell(START, History.registered(Channel.WEB, "A1"));
        runTo(Duration.ofDays(10));
        tell(now, new LeadMerged(History.dimensions(Channel.WEB, "A1"), "L2"));

        runTo(Duration.ofDays(100));

        assertThat(reminders).isEmpty();
    }

    @Test
    void aPaymentIsExpectedOnItsNewDayUntilAllIsPaid() {
        var dimensions = History.dimensions(Channel.WALK_IN, "A1");
        Instant expected = START.plus(Duration.ofDays(20));
        Instant later = START.plus(Duration.ofDays(30));
        tell(START, History.registered(Channel.WALK_IN, "A1"));
        tell(START, new LeadOrdered(dimensions, "O1", 20_000_000, 500_000, false, 0, null, expected));
        tell(START, new LeadOrderChanged(dimensions, "O1", 19_500_000, null, later, null, expected));

        runTo(Duration.ofDays(29).minusMillis(1));
        assertThat(of(DeadlineKind.PAYMENT_EXPECTED)).isEmpty();
        runTo(Duration.ofDays(29).plus(TICK));
        assertThat(of(DeadlineKind.PAYMENT_EXPECTED)).hasSize(1);

        tell(now, new LeadPaymentReceived(dimensions, "O1", "P1", 19_500_000, 0, 19_500_000, later));
        runTo(Duration.ofDays(60));
        assertThat(of(DeadlineKind.PAYMENT_EXPECTED)).hasSize(1);
    }

    @Test
    void aSnoozeOfTheRunningClockIsHeard() {
        Instant due = START.plus(Duration.ofDays(1));
        engine.pipe(History.of("S1", "P1")
                .then(START, History.scheduled("T1", TaskPurpose.CADENCE, due))
                .events());
        var snooze = new DeadlineSnoozed(
                DeadlineKind.FOLLOW_UP, "P1", due, due.minus(Duration.ofMinutes(10)), "in a meeting", "A1");
        var stale = new DeadlineSnoozed(
                DeadlineKind.FOLLOW_UP, "P1", due.plusMillis(1), due.plus(Duration.ofDays(1)), "of another one", "A1");
        engine.pipe(
                History.of("S1", "T1").then(START, snooze).then(START, stale).events());

        runTo(Duration.ofDays(1).minus(Duration.ofMinutes(10)).minusMillis(1));
        assertThat(reminders).isEmpty();
        runTo(Duration.ofDays(1).minus(Duration.ofMinutes(10)).plus(TICK));

        assertThat(reminders).singleElement().satisfies(reminder -> {
            assertThat(reminder.data().rung()).isZero();
            assertThat(reminder.data().late()).isFalse();
        });
        assertThat(engine.meters
                        .get("dianmai.deadlines.snoozes.too.late")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private void contact(boolean effective) {
        tell(
                now,
                new ContactLogged(
                        History.dimensions(Channel.WALK_IN, "A1"),
                        ContactMedium.CALL,
                        effective ? ContactResult.CONNECTED : ContactResult.NO_ANSWER,
                        effective));
    }

    private int followUps;

    /** The follow-up plan of a lead has the lead's id, and numbers of its own. */
    private void tell(Instant time, EventData data) {
        Envelope<EventData> event = lead.then(time, data).last();
        boolean isPlan = data instanceof ContactLogged;
        followUps += isPlan ? 1 : 0;
        long sequence = isPlan ? followUps : event.sequence() - followUps;
        engine.pipe(new Envelope<>(
                event.id(),
                event.source(),
                event.subject(),
                event.time(),
                event.storeId(),
                sequence,
                event.recordedTime(),
                null,
                event.data()));
    }

    /** In steps of some hours, and then exactly there. */
    private void runTo(Duration sinceStart) {
        Instant end = START.plus(sinceStart);
        while (now.isBefore(end)) {
            Duration step = Duration.between(now, end);
            step = step.compareTo(Duration.ofHours(6)) > 0 ? Duration.ofHours(6) : step;
            engine.advance(step);
            now = now.plus(step);
        }
        engine.reminders().stream()
                .filter(reminder -> reminder.data().kind() != DeadlineKind.STORE_SILENT)
                .forEach(reminders::add);
    }

    private List<Envelope<ReminderFired>> of(DeadlineKind kind) {
        return reminders.stream()
                .filter(reminder -> reminder.data().kind() == kind)
                .toList();
    }
}
