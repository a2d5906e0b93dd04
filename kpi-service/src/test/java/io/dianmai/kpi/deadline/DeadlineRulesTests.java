package io.dianmai.kpi.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.contracts.aftersales.ComplaintReassigned;
import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.RepairOrderReassigned;
import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.FollowUpCancelled;
import io.dianmai.contracts.followup.FollowUpReassigned;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.contracts.followup.FollowUpSkipped;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadMerged;
import io.dianmai.contracts.lead.LeadOrderChanged;
import io.dianmai.contracts.lead.LeadPaymentReceived;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.History;
import io.dianmai.kpi.deadline.DeadlineChange.Arm;
import io.dianmai.kpi.deadline.DeadlineChange.Clear;
import io.dianmai.kpi.deadline.DeadlineChange.HandOver;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlineRulesTests {
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    @Test
    void aTaskArmsAndItsEndClears() {
        var dimensions = History.dimensions(Channel.WEB, "A1");
        History task = History.of("S1", "P1")
                .then(NOON, History.scheduled("T1", TaskPurpose.FIRST_RESPONSE, NOON))
                .then(NOON, new FollowUpReassigned(dimensions, "T1", TaskPurpose.FIRST_RESPONSE, NOON, "A2", null))
                .then(NOON, History.done("T1", TaskPurpose.FIRST_RESPONSE, NOON, true))
                .then(NOON, History.scheduled("T2", TaskPurpose.CADENCE, NOON))
                .then(
                        NOON,
                        new FollowUpRescheduled(dimensions, "T2", TaskPurpose.AGREED, NOON, NOON, false, null, null))
                .then(
                        NOON,
                        new FollowUpCancelled(dimensions, "T2", TaskPurpose.AGREED, CancelReason.LOST, false, null));

        assertThat(changes(task))
                .containsExactly(
                        new Arm("T1", DeadlineKind.FIRST_RESPONSE, "P1", "A1", NOON),
                        new HandOver("T1", "A2"),
                        new Clear("T1"),
                        new Arm("T2", DeadlineKind.FOLLOW_UP, "P1", "A1", NOON),
                        new Arm("T2", DeadlineKind.FOLLOW_UP, "P1", "A1", NOON),
                        new Clear("T2"));
    }

    @ParameterizedTest
    @EnumSource(TaskPurpose.class)
    void aTaskOfAnyPurposeHasAClockUntilItIsSkipped(TaskPurpose purpose) {
        History task = History.of("S1", "P1")
                .then(NOON, History.scheduled("T1", purpose, NOON))
                .then(
                        NOON,
                        new FollowUpSkipped(
                                History.dimensions(Channel.WEB, "A1"), "T1", purpose, NOON, "why", false, null));

        DeadlineKind kind =
                purpose == TaskPurpose.FIRST_RESPONSE ? DeadlineKind.FIRST_RESPONSE : DeadlineKind.FOLLOW_UP;
        assertThat(changes(task)).containsExactly(new Arm("T1", kind, "P1", "A1", NOON), new Clear("T1"));
    }

    @Test
    void aMergedLeadHasNoClocks() {
        assertThat(DeadlineRules.changes(told("L1", new LeadMerged(History.dimensions(Channel.WEB, "A1"), "L2"))))
                .extracting(DeadlineChange::id)
                .containsExactly(
                        "L1:stage", "L1:deposit", "L1:payment", "L1:delivery", "L1:idle", "L1:pool", "L1:lost");
        assertThat(DeadlineRules.changes(told("L1", new LeadMerged(History.dimensions(Channel.WEB, "A1"), "L2"))))
                .allMatch(Clear.class::isInstance);
    }

    @Test
    void onlyTheTimeThatChangedIsSetAnew() {
        var lead = History.dimensions(Channel.WEB, "A1");
        Instant later = NOON.plus(Duration.ofDays(3));

        assertThat(DeadlineRules.changes(told("L1", new LeadOrderChanged(lead, "O1", 100, NOON, later, NOON, NOON))))
                .containsExactly(new Arm("L1:payment", DeadlineKind.PAYMENT_EXPECTED, "L1", "A1", later));
        assertThat(DeadlineRules.changes(told("L1", new LeadOrderChanged(lead, "O1", 100, later, NOON, NOON, NOON))))
                .containsExactly(new Arm("L1:delivery", DeadlineKind.DELIVERY_EXPECTED, "L1", "A1", later));
        assertThat(DeadlineRules.changes(told("L1", new LeadOrderChanged(lead, "O1", 100, null, null, NOON, NOON))))
                .containsExactly(new Clear("L1:payment"), new Clear("L1:delivery"));
        assertThat(DeadlineRules.changes(told("L1", new LeadOrderChanged(lead, "O1", 0, NOON, later, NOON, NOON))))
                .containsExactly(new Clear("L1:payment"));
    }

    @Test
    void aPaymentStopsItsClockWhenNothingIsLeftToPay() {
        var lead = History.dimensions(Channel.WEB, "A1");

        assertThat(DeadlineRules.changes(told("L1", new LeadPaymentReceived(lead, "O1", "P1", 99, 1, 100, NOON))))
                .isEmpty();
        assertThat(DeadlineRules.changes(told("L1", new LeadPaymentReceived(lead, "O1", "P2", 1, 0, 1, NOON))))
                .containsExactly(new Clear("L1:payment"));
    }

    @Test
    void aComplaintHasTwoClocks() {
        assertThat(changes(History.complaint("S1", "C1", NOON)))
                .containsExactly(
                        new Arm(
                                "C1:response",
                                DeadlineKind.COMPLAINT_RESPONSE,
                                "C1",
                                "S1",
                                NOON.plus(Duration.ofMinutes(30))),
                        new Arm(
                                "C1:resolution",
                                DeadlineKind.COMPLAINT_RESOLUTION,
                                "C1",
                                "S1",
                                NOON.plus(Duration.ofHours(24))),
                        new Clear("C1:response"),
                        new Clear("C1:response"),
                        new Clear("C1:resolution"));
    }

    @Test
    void aPromisedHandoverHasAClock() {
        assertThat(changes(History.repairedCar("S1", "R1", JobKind.PAINT, NOON)))
                .containsExactly(
                        new Arm(
                                "R1:handover",
                                DeadlineKind.HANDOVER_PROMISED,
                                "R1",
                                "S1",
                                NOON.plus(Duration.ofHours(4))),
                        new Clear("R1:handover"));
    }

    @Test
    void clocksOfAJobGoWithItToAnotherAdviser() {
        var other = new JobDimensions("S2", null, null);

        assertThat(DeadlineRules.changes(told("R1", new RepairOrderReassigned(other, JobKind.PAINT, "S1"))))
                .containsExactly(new HandOver("R1:handover", "S2"));
        assertThat(DeadlineRules.changes(told("C1", new ComplaintReassigned(other, ComplaintCategory.PRICE, "S1"))))
                .containsExactly(new HandOver("C1:response", "S2"), new HandOver("C1:resolution", "S2"));
    }

    private static Envelope<EventData> told(String id, EventData data) {
        return new Envelope<>("e", URI.create("/test"), id, NOON, "S1", 1, NOON, null, data);
    }

    private static List<DeadlineChange> changes(History history) {
        return history.events().stream()
                .flatMap(event -> DeadlineRules.changes(event).stream())
                .toList();
    }
}
