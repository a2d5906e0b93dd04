package io.dianmai.followup.plan;

import static io.dianmai.followup.plan.Given.LEAD;
import static io.dianmai.followup.plan.Given.MONDAY_TEN;
import static io.dianmai.followup.plan.Given.TERMS;
import static io.dianmai.followup.plan.Given.after;
import static io.dianmai.followup.plan.Given.connected;
import static io.dianmai.followup.plan.Given.contacted;
import static io.dianmai.followup.plan.Given.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.FollowUpCancelled;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.Level;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A digital lead, put on file on a Monday at ten and first spoken to at ten past; day 15 is a Tuesday. */
class StageReviewTests {
    private static final LeadDimensions DIGITAL =
            new LeadDimensions(Channel.WEB, null, "SUV", "li", "team-1", MONDAY_TEN);
    private static final Instant CONTACTED = MONDAY_TEN.plus(Duration.ofMinutes(10));
    private static final Instant DAY_15 = MONDAY_TEN.plus(Duration.ofDays(15));
    private static final Instant DAY_30 = MONDAY_TEN.plus(Duration.ofDays(30));

    @Test
    void comesBeforeTheCadenceWhereItIsDueFirst() {
        assertThat(answered().task())
                .extracting(FollowUpTask::purpose, FollowUpTask::dueAt, FollowUpTask::step, FollowUpTask::medium)
                .containsExactly(TaskPurpose.STAGE_REVIEW, DAY_15, null, ContactMedium.CALL);
        FollowUpPlan ofB = contacted(plan().noting(Level.B), connected(), CONTACTED);
        assertThat(ofB.task().purpose()).isEqualTo(TaskPurpose.CADENCE);
    }

    @Test
    void isOnDay15AndThen30AndThen60AndNeverAgain() {
        FollowUpPlan plan = answered();
        for (int day : new int[] {15, 30, 60}) {
            Instant due = MONDAY_TEN.plus(Duration.ofDays(day));
            plan = contactedUntil(plan, due);
            assertThat(plan.task().purpose()).as("day " + day).isEqualTo(TaskPurpose.STAGE_REVIEW);
            assertThat(plan.task().dueAt()).isEqualTo(due);
            plan = contacted(plan, connected(), due);
        }
        assertThat(contactedUntil(plan, MONDAY_TEN.plus(Duration.ofDays(90)))
                        .task()
                        .purpose())
                .isEqualTo(TaskPurpose.CADENCE);
    }

    /** Contacts by the cadence, until the one task is due at or after {@code instant}. */
    private static FollowUpPlan contactedUntil(FollowUpPlan from, Instant instant) {
        FollowUpPlan plan = from;
        while (plan.task().dueAt().isBefore(instant)) {
            assertThat(plan.task().purpose()).isEqualTo(TaskPurpose.CADENCE);
            plan = contacted(plan, connected(), plan.task().dueAt());
        }
        return plan;
    }

    @Test
    void isDoneByAContactOfItsDayWhateverTheHour() {
        Instant early = DAY_15.minus(Duration.ofMinutes(10));

        FollowUpPlan plan = contacted(answered(), connected(), early);

        assertThat(plan.task())
                .extracting(FollowUpTask::purpose, FollowUpTask::dueAt)
                .containsExactly(TaskPurpose.CADENCE, early.plus(Duration.ofDays(15)));
        Instant theDayBefore = Instant.parse("2026-12-07T15:59:59.999Z");
        assertThat(contacted(answered(), connected(), theDayBefore).task().dueAt())
                .isEqualTo(DAY_15);
        assertThat(contacted(answered(), connected(), theDayBefore.plusMillis(1))
                        .task()
                        .dueAt())
                .isAfter(DAY_15);
    }

    @Test
    void isNotDueAgainWhenItNeedNotBeMade() {
        Instant at = CONTACTED.plus(Duration.ofDays(3));
        FollowUpPlan skipped = after(answered(), Contacting.skipped(answered(), "is abroad", at, TERMS), at);

        assertThat(skipped.task())
                .extracting(FollowUpTask::purpose, FollowUpTask::dueAt)
                .containsExactly(TaskPurpose.CADENCE, at.plus(Duration.ofDays(15)));
        FollowUpPlan colder = contacted(skipped.noting(Level.B), connected(), at.plus(Duration.ofDays(1)));
        assertThat(colder.task().purpose()).isEqualTo(TaskPurpose.CADENCE);
        FollowUpPlan later = contacted(skipped, connected(), skipped.task().dueAt());
        assertThat(later.task())
                .extracting(FollowUpTask::purpose, FollowUpTask::dueAt)
                .containsExactly(TaskPurpose.STAGE_REVIEW, DAY_30);
    }

    @Test
    void isNotForOtherChannelsNorAfterAVisit() {
        assertThat(Given.answeredPlan().task().purpose()).isEqualTo(TaskPurpose.CADENCE);
        Instant visit = MONDAY_TEN.plus(Duration.ofDays(2));
        FollowUpPlan met = after(answered(), Contacting.met(answered(), visit, TERMS), visit)
                .notingVisit(visit);
        assertThat(met.task().purpose()).isEqualTo(TaskPurpose.CADENCE);
        assertThat(met.task().dueAt()).isEqualTo(visit.plus(Duration.ofDays(15)));
    }

    @Test
    void givesWayToTheCadenceWhenAVisitIsToldLate() {
        FollowUpPlan plan = answered();
        Instant before = CONTACTED.minusSeconds(60);
        assertThat(events(Contacting.met(plan, before, TERMS)).subList(1, 3))
                .containsExactly(
                        new FollowUpCancelled(
                                DIGITAL, LEAD + ":2", TaskPurpose.STAGE_REVIEW, CancelReason.REPLACED, false, null),
                        new FollowUpScheduled(
                                DIGITAL,
                                LEAD + ":3",
                                TaskPurpose.CADENCE,
                                CONTACTED.plus(Duration.ofDays(15)),
                                2,
                                null));
        FollowUpPlan met = after(plan, Contacting.met(plan, before, TERMS), before);
        assertThat(met.task().startedAt()).isEqualTo(CONTACTED);
    }

    @Test
    void givesWayWhenTheLevelMakesTheCadenceEarlier() {
        Instant graded = CONTACTED.plusSeconds(1);
        FollowUpPlan hotter = after(answered(), Recounting.regraded(answered(), Level.A, graded, TERMS), graded);
        assertThat(hotter.task().purpose()).isEqualTo(TaskPurpose.CADENCE);
        assertThat(hotter.task().startedAt()).isEqualTo(CONTACTED);
        assertThat(hotter.task().dueAt()).isEqualTo(Instant.parse("2026-11-27T01:00:00Z"));
    }

    @Test
    void leavesWhatWasAgreedStanding() {
        Instant agreed = MONDAY_TEN.plus(Duration.ofDays(18));
        var contact = new Contact(ContactMedium.CALL, ContactResult.AGREED_NEXT_STEP, agreed);
        FollowUpPlan plan = contacted(plan(), contact, CONTACTED);
        assertThat(plan.task().dueAt()).isEqualTo(DAY_15);

        FollowUpPlan reviewed = contacted(plan, connected(), DAY_15);
        assertThat(reviewed.task())
                .extracting(FollowUpTask::purpose, FollowUpTask::dueAt)
                .containsExactly(TaskPurpose.AGREED, agreed);
        FollowUpPlan kept = contacted(reviewed, connected(), agreed);
        assertThat(kept.task())
                .extracting(FollowUpTask::purpose, FollowUpTask::dueAt)
                .containsExactly(TaskPurpose.STAGE_REVIEW, DAY_30);
        assertThat(contacted(kept, connected(), DAY_30).task().purpose()).isEqualTo(TaskPurpose.CADENCE);
    }

    @Test
    void countsAsAnyOtherTaskWhenDone() {
        assertThat(events(Contacting.contacted(answered(), connected(), DAY_15.plusMillis(1), TERMS)))
                .element(1)
                .isInstanceOfSatisfying(FollowUpDone.class, done -> {
                    assertThat(done.onTime()).isFalse();
                    assertThat(done.step()).isNull();
                });
    }

    private static FollowUpPlan plan() {
        return after(null, Journey.opened(LEAD, DIGITAL, MONDAY_TEN, TERMS), MONDAY_TEN);
    }

    private static FollowUpPlan answered() {
        return contacted(plan(), connected(), CONTACTED);
    }
}
