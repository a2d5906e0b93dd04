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
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
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
