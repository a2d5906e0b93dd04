package io.dianmai.kpi.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.followup.FollowUpReassigned;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.StockVehicle;
import io.dianmai.contracts.lead.VehicleStocked;
import io.dianmai.contracts.lead.VehicleTransferred;
import io.dianmai.kpi.History;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignsOfLifeTests {
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final LeadDimensions LEAD = History.dimensions(Channel.WEB, "A1");

    @Test
    void whatStoresTellIsASignOfLife() {
        assertThat(History.soldLead("S1", "L1", Channel.WEB, "A1", NOON).events())
                .allMatch(event -> SignsOfLife.in(event.data()));
        assertThat(History.repairedCar("S1", "R1", JobKind.PAINT, NOON).events())
                .allMatch(event -> SignsOfLife.in(event.data()));
        assertThat(SignsOfLife.in(History.done("T1", TaskPurpose.CADENCE, NOON, false)))
                .isTrue();
        assertThat(SignsOfLife.in(new LeadAssigned(LEAD, "A1", null, AssignmentReason.MANUAL)))
                .isTrue();
        assertThat(SignsOfLife.in(new LeadAssigned(LEAD, "A2", "A1", AssignmentReason.LEAVER)))
                .isTrue();
    }

    @Test
    void whatFollowsFromAReminderIsNot() {
        assertThat(SignsOfLife.in(new FollowUpOverdue(LEAD, "T1", TaskPurpose.CADENCE, NOON)))
                .isFalse();
        assertThat(SignsOfLife.in(new LeadAssigned(LEAD, "A2", "A1", AssignmentReason.RESPONSE_LAPSED)))
                .isFalse();
        assertThat(SignsOfLife.in(new LeadAssigned(LEAD, "A2", "A1", AssignmentReason.CONTACT_LAPSED)))
                .isFalse();
        assertThat(SignsOfLife.in(new FollowUpReassigned(LEAD, "T1", TaskPurpose.CADENCE, NOON, "A2", null)))
                .isFalse();
    }

    @Test
    void whatComesRoundByItselfIsNot() {
        assertThat(SignsOfLife.in(new LeadAssigned(LEAD, "A2", null, AssignmentReason.SHARED_OUT)))
                .isFalse();
        assertThat(SignsOfLife.in(History.scheduled("T1", TaskPurpose.REACTIVATION, NOON)))
                .isFalse();
        assertThat(SignsOfLife.in(History.scheduled("T1", TaskPurpose.CADENCE, NOON)))
                .isTrue();
    }

    @Test
    void aVehicleOfAnotherStoreIsToldByTheOtherStore() {
        var vehicle = new StockVehicle("V1", "M5", null, null, false, false);

        assertThat(SignsOfLife.in(new VehicleStocked(vehicle, 1, NOON, null))).isTrue();
        assertThat(SignsOfLife.in(new VehicleTransferred(vehicle, "S2", 1, NOON)))
                .isTrue();
        assertThat(SignsOfLife.in(new VehicleStocked(vehicle, 1, NOON, "S2"))).isFalse();
    }

    @Test
    void theRegistryDoesNotSpeakForTheStore() {
        assertThat(SignsOfLife.in(History.published("S1", "Asia/Shanghai"))).isFalse();
    }
}
