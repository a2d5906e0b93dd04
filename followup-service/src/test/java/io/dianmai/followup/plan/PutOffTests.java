package io.dianmai.followup.plan;

import static io.dianmai.followup.plan.Given.LEAD;
import static io.dianmai.followup.plan.Given.LEAD_OF_LI;
import static io.dianmai.followup.plan.Given.MONDAY_TEN;
import static io.dianmai.followup.plan.Given.TERMS;
import static io.dianmai.followup.plan.Given.after;
import static io.dianmai.followup.plan.Given.answeredPlan;
import static io.dianmai.followup.plan.Given.contacted;
import static io.dianmai.followup.plan.Given.events;
import static io.dianmai.followup.plan.Given.newPlan;
import static io.dianmai.followup.plan.Given.refusal;
import static io.dianmai.followup.plan.Given.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.contracts.followup.FollowUpSkipped;
import io.dianmai.contracts.followup.LevelProposed;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Level;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What people do with a task besides doing it. The lead was spoken to at ten past ten; the next contact is due on day 15. */
class PutOffTests {
    private static final Instant CONTACTED = MONDAY_TEN.plus(Duration.ofMinutes(10));
    private static final Instant DUE = CONTACTED.plus(Duration.ofDays(15));
    private static final Instant NOW = MONDAY_TEN.plus(Duration.ofDays(1));

    @Test
    void mayBeAWeekInAllHoweverOften() {
        Instant latest = DUE.plus(Duration.ofDays(7));
        FollowUpPlan once = moved(answeredPlan(), DUE.plus(Duration.ofDays(4)));
        FollowUpPlan twice = moved(once, latest);
        assertThat(twice.task().dueAt()).isEqualTo(latest);
        assertThat(refusal(Moving.byPerson(once, latest.plusMillis(1), "abroad", NOW, TERMS)))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("snooze-too-long");
                    assertThat(refusal.detail()).contains(latest.toString());
                });
        assertThat(events(Moving.byPerson(twice, DUE.minusSeconds(60), "sooner", NOW, TERMS)))
                .hasSize(1);
    }

    @Test
    void hasNoLimitForWhatAStoreSystemTells() {
        Instant far = DUE.plus(Duration.ofDays(60));
        assertThat(events(Moving.toldOf(answeredPlan(), far, "abroad", NOW, TERMS)))
                .singleElement()
                .isInstanceOf(FollowUpRescheduled.class);
        assertThat(refusal(Moving.toldOf(answeredPlan(), NOW, "abroad", NOW, TERMS))
                        .code())
                .isEqualTo("next-contact-in-the-past");
        Instant before = CONTACTED.minusMillis(1);
        assertThat(refusal(Moving.toldOf(answeredPlan(), far, "abroad", before, TERMS))
                        .code())
                .isEqualTo("follow-up-superseded");
    }

    @Test
    void isCountedFromWhereARuleHasMovedTheTask() {
        FollowUpPlan hotter = after(answeredPlan(), Recounting.regraded(answeredPlan(), Level.B, NOW, TERMS), NOW);
        Instant due = CONTACTED.plus(Duration.ofDays(7));
        assertThat(hotter.task().dueAt()).isEqualTo(due);
        assertThat(events(Moving.byPerson(hotter, due.plus(Duration.ofDays(7)), "abroad", NOW, TERMS)))
                .hasSize(1);
        assertThat(refusal(Moving.byPerson(hotter, due.plus(Duration.ofDays(8)), "abroad", NOW, TERMS))
                        .code())
                .isEqualTo("snooze-too-long");
    }

    @Test
    void canBeSkippingItAndThenTheNextFollows() {
        FollowUpPlan plan = answeredPlan();
        var skipped = Contacting.skipped(plan, "on holiday", NOW, TERMS);
        assertThat(events(skipped))
                .containsExactly(
                        new FollowUpSkipped(
                                LEAD_OF_LI, LEAD + ":2", TaskPurpose.CADENCE, DUE, "on holiday", false, null),
                        step(LEAD_OF_LI, LEAD + ":3", TaskPurpose.CADENCE, NOW.plus(Duration.ofDays(15)), 2, null));
        FollowUpPlan next = after(plan, skipped, NOW);
        assertThat(next.task().startedAt()).isEqualTo(NOW);
        assertThat(next.lastDone()).isEqualTo(plan.lastDone());
    }

    @Test
    void saysUnderWhatASkippedTaskWasOverdue() {
        FollowUpPlan overdue = after(answeredPlan(), Journey.lapsed(answeredPlan(), LEAD + ":2", DUE), DUE);
        assertThat(events(Contacting.skipped(overdue, "on holiday", DUE.plusSeconds(1), TERMS)))
                .first()
                .isInstanceOfSatisfying(FollowUpSkipped.class, skipped -> {
                    assertThat(skipped.wasOverdue()).isTrue();
                    assertThat(skipped.overdueUnder()).isEqualTo(LEAD_OF_LI);
                });
    }

    @Test
    void cannotBeDoneWithAPlanThatIsClosed() {
        FollowUpPlan closed =
                after(answeredPlan(), Journey.closed(answeredPlan(), LEAD_OF_LI, CancelReason.DELIVERED), NOW);
        assertThat(refusal(Contacting.skipped(closed, "gone", NOW, TERMS)).code())
                .isEqualTo("follow-up-closed");
    }

    @Test
    void goesThroughTheFiveStepsAndStaysAtTheFifth() {
        FollowUpPlan plan = newPlan();
        for (int step : new int[] {1, 2, 3, 4, 5, 5, 5}) {
            assertThat(plan.task().step()).isEqualTo(step);
            plan = contacted(plan, Given.connected(), plan.task().dueAt());
        }
    }

    @Test
    void canProposeALevelWhichOthersDecide() {
        var contact = new Contact(
                ContactMedium.CALL,
                ContactResult.NO_ANSWER,
                null,
                "li",
                new Contact.Judgement(Level.A, "has chosen a colour"),
                null);
        assertThat(events(Contacting.contacted(newPlan(), contact, MONDAY_TEN, TERMS)))
                .element(1)
                .isEqualTo(new LevelProposed(LEAD_OF_LI, Level.A, "li", "has chosen a colour"));
        assertThat(events(Contacting.contacted(newPlan().noting(Level.A), contact, MONDAY_TEN, TERMS)))
                .hasSize(1);
    }

    private static FollowUpPlan moved(FollowUpPlan plan, Instant to) {
        return after(plan, Moving.byPerson(plan, to, "abroad", NOW, TERMS), NOW).movedByHand();
    }
}
