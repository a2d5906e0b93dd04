package io.dianmai.followup.plan;

import static io.dianmai.followup.plan.Given.LEAD;
import static io.dianmai.followup.plan.Given.LEAD_OF_LI;
import static io.dianmai.followup.plan.Given.MONDAY_TEN;
import static io.dianmai.followup.plan.Given.TERMS;
import static io.dianmai.followup.plan.Given.after;
import static io.dianmai.followup.plan.Given.answeredPlan;
import static io.dianmai.followup.plan.Given.connected;
import static io.dianmai.followup.plan.Given.contacted;
import static io.dianmai.followup.plan.Given.dimensions;
import static io.dianmai.followup.plan.Given.events;
import static io.dianmai.followup.plan.Given.newPlan;
import static io.dianmai.followup.plan.Given.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.FollowUpCancelled;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpReassigned;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.ReopenReason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A lead that was spoken to on Monday at ten past ten and was lost at noon. */
class LostTests {
    private static final Instant NOON = MONDAY_TEN.plus(Duration.ofHours(2));
    private static final Instant NEXT_QUARTER = NOON.plus(Duration.ofDays(91));
    private static final LeadDimensions NOBODYS =
            new LeadDimensions(LEAD_OF_LI.channel(), null, "SUV", null, null, MONDAY_TEN);

    @Test
    void isAskedAgainInAQuarter() {
        assertThat(events(Journey.lost(answeredPlan(), LEAD_OF_LI, NOON, TERMS)))
                .containsExactly(
                        new FollowUpCancelled(
                                LEAD_OF_LI, LEAD + ":2", TaskPurpose.CADENCE, CancelReason.LOST, false, null),
                        new FollowUpScheduled(
                                LEAD_OF_LI,
                                LEAD + ":3",
                                TaskPurpose.REACTIVATION,
                                NEXT_QUARTER,
                                null,
                                ContactMedium.CALL));
        assertThat(lost().open()).isFalse();
        assertThat(lost().waiting()).isTrue();
        assertThat(lost().closing()).extracting(Closing::reason, Closing::at).containsExactly(CancelReason.LOST, NOON);
    }

    @Test
    void isAskedAgainEachQuarterOrWhenAgreed() {
        FollowUpPlan asked = contacted(lost(), connected(), NEXT_QUARTER);
        assertThat(asked.closing()).extracting(Closing::reason, Closing::at).containsExactly(CancelReason.LOST, NOON);
        assertThat(asked.task().purpose()).isEqualTo(TaskPurpose.REACTIVATION);
        // A quarter later is a Monday at noon again.
        assertThat(asked.task().dueAt()).isEqualTo(NEXT_QUARTER.plus(Duration.ofDays(91)));
        Instant agreed = NEXT_QUARTER.plus(Duration.ofDays(9));
        var later = new Contact(ContactMedium.CALL, ContactResult.AGREED_NEXT_STEP, agreed);
        assertThat(contacted(lost(), later, NEXT_QUARTER).task())
                .extracting(FollowUpTask::purpose, FollowUpTask::dueAt)
                .containsExactly(TaskPurpose.REACTIVATION, agreed);
    }

    @Test
    void isLostOnce() {
        assertThat(events(Journey.lost(lost(), LEAD_OF_LI, NOON.plusSeconds(1), TERMS)))
                .isEmpty();
    }

    /** Facts come late: what the loss took away was done before it. */
    @Test
    void aContactFromBeforeItWasLostStillDidItsTaskOnce() {
        Instant before = NOON.minusMillis(1);
        var told = Contacting.contacted(lost(), connected(), before, TERMS);

        assertThat(events(told)).hasSize(2).first().isInstanceOf(ContactLogged.class);
        assertThat(events(told).getLast())
                .isInstanceOfSatisfying(
                        FollowUpDone.class, done -> assertThat(done.taskId()).isEqualTo(LEAD + ":2"));
        FollowUpPlan after = after(lost(), told, before);
        assertThat(after.task().purpose()).isEqualTo(TaskPurpose.REACTIVATION);
        assertThat(after.closing()).isEqualTo(new Closing(CancelReason.LOST, NOON));
        assertThat(events(Contacting.contacted(after, connected(), before, TERMS)))
                .singleElement()
                .isInstanceOf(ContactLogged.class);
    }

    @Test
    void aVisitFromBeforeItWasLostStillAnsweredIt() {
        FollowUpPlan lost = after(newPlan(), Journey.lost(newPlan(), LEAD_OF_LI, NOON, TERMS), NOON);

        assertThat(events(Contacting.met(lost, NOON.minusMillis(1), TERMS)))
                .filteredOn(FollowUpDone.class::isInstance)
                .singleElement()
                .extracting(done -> ((FollowUpDone) done).purpose())
                .isEqualTo(TaskPurpose.FIRST_RESPONSE);
    }

    @Test
    void isHandedOverWithItsTask() {
        assertThat(events(Journey.reassigned(lost(), dimensions("wang"), "wang", NOON, TERMS)))
                .singleElement()
                .isInstanceOf(FollowUpReassigned.class);
    }

    @Test
    void isLostFromThePoolToo() {
        FollowUpPlan pooled = after(newPlan(), Journey.closed(newPlan(), NOBODYS, CancelReason.RECALLED), NOON);
        Instant at = NOON.plusSeconds(60);
        FollowUpPlan lost = after(pooled, Journey.lost(pooled, NOBODYS, at, TERMS), at);
        assertThat(lost.closing()).isEqualTo(new Closing(CancelReason.LOST, at));
        assertThat(lost.task().purpose()).isEqualTo(TaskPurpose.REACTIVATION);
    }

    @Test
    void isContactedByCadenceOnceItIsWonBack() {
        Instant back = NOON.plus(Duration.ofDays(20));
        FollowUpPlan lost = lost().noting(Level.B);
        var reopened = Journey.reopened(lost, LEAD_OF_LI, ReopenReason.REACTIVATED, back, TERMS);
        assertThat(events(reopened))
                .containsExactly(
                        new FollowUpCancelled(
                                LEAD_OF_LI, LEAD + ":3", TaskPurpose.REACTIVATION, CancelReason.REPLACED, false, null),
                        // A week after a Sunday, when the store is closed.
                        step(
                                LEAD_OF_LI,
                                LEAD + ":4",
                                TaskPurpose.CADENCE,
                                Instant.parse("2026-12-21T01:00:00Z"),
                                2,
                                null));
        FollowUpPlan open = after(lost, reopened, back).reopened();
        assertThat(open.task().startedAt()).isEqualTo(back);
        assertThat(events(Journey.reopened(open, LEAD_OF_LI, ReopenReason.REACTIVATED, back, TERMS)))
                .isEmpty();
    }

    @Test
    void isAnsweredLikeANewOneWhenTheCustomerRegistersAgain() {
        Instant back = MONDAY_TEN.plus(Duration.ofDays(7));
        assertThat(events(Journey.reopened(lost(), LEAD_OF_LI, ReopenReason.REGISTERED_AGAIN, back, TERMS)))
                .element(1)
                .extracting("purpose", "dueAt")
                .containsExactly(TaskPurpose.FIRST_RESPONSE, back.plus(Duration.ofMinutes(30)));
    }

    @Test
    void goesAwayForGoodWhenItIsMerged() {
        FollowUpPlan merged =
                after(lost(), Journey.closed(lost(), LEAD_OF_LI, CancelReason.MERGED), NOON.plusSeconds(5));
        assertThat(merged.closing()).isEqualTo(new Closing(CancelReason.MERGED, NOON.plusSeconds(5)));
        assertThat(merged.waiting()).isFalse();
    }

    private static FollowUpPlan lost() {
        return after(answeredPlan(), Journey.lost(answeredPlan(), LEAD_OF_LI, NOON, TERMS), NOON);
    }
}
