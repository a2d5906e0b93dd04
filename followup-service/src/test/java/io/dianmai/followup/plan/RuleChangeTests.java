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
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Level;
import io.dianmai.followup.policy.CadencePolicy;
import io.dianmai.followup.policy.FollowUpPolicy;
import io.dianmai.followup.policy.Rhythm;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Headquarters changes the cadence of level C; a contact at ten past ten on Monday was to be followed on day 15. */
class RuleChangeTests {
    private static final Instant CONTACTED = MONDAY_TEN.plus(Duration.ofMinutes(10));
    private static final Instant DUE = CONTACTED.plus(Duration.ofDays(15));
    private static final Instant NOW = MONDAY_TEN.plus(Duration.ofDays(1));

    @Test
    void movesWhatIsDueByIt() {
        assertThat(events(Recounting.byOtherRules(answeredPlan(), NOW, every("P10D", false))))
                .containsExactly(new FollowUpRescheduled(
                        LEAD_OF_LI,
                        LEAD + ":2",
                        TaskPurpose.CADENCE,
                        CONTACTED.plus(Duration.ofDays(10)),
                        DUE,
                        false,
                        null,
                        "follow-up rules changed"));
        assertThat(events(Recounting.byOtherRules(answeredPlan(), NOW, TERMS))).isEmpty();
    }

    @Test
    void countsBusinessTimeWhereItSaysSo() {
        // Nine open hours are one day here, so 18 of them end on Wednesday at ten past ten.
        assertThat(events(Recounting.byOtherRules(answeredPlan(), NOW, every("PT18H", true))))
                .singleElement()
                .extracting("dueAt")
                .isEqualTo(CONTACTED.plus(Duration.ofDays(2)));
    }

    @Test
    void countsFromNowWhatWouldHaveLapsedBeforeAnybodyKnew() {
        Instant dayFive = MONDAY_TEN.plus(Duration.ofDays(5));
        assertThat(events(Recounting.byOtherRules(answeredPlan(), dayFive, every("P3D", false))))
                .singleElement()
                .extracting("dueAt")
                .isEqualTo(dayFive.plus(Duration.ofDays(3)));
    }

    @Test
    void leavesAloneWhatPeopleMovedWhatWasAgreedAndWhatHasLapsed() {
        Instant agreed = CONTACTED.plus(Duration.ofDays(20));
        FollowUpPlan agreedPlan =
                contacted(newPlan(), new Contact(ContactMedium.CALL, ContactResult.CONNECTED, agreed), CONTACTED);
        FollowUpTerms other = every("P10D", false);
        FollowUpPlan byHand = after(
                        answeredPlan(), Moving.byPerson(answeredPlan(), DUE.plusSeconds(60), "abroad", NOW, TERMS), NOW)
                .movedByHand();

        assertThat(events(Recounting.byOtherRules(agreedPlan, NOW, other))).isEmpty();
        assertThat(events(Recounting.byOtherRules(byHand, NOW, other))).isEmpty();
        assertThat(events(Recounting.byOtherRules(answeredPlan(), DUE, other))).isEmpty();
        assertThat(events(Recounting.byOtherRules(answeredPlan(), DUE.minusMillis(1), other)))
                .isEmpty();
    }

    @Test
    void replacesTheTaskWhenAnOrderMakesItAWeeklyContact() {
        FollowUpPlan plan = answeredPlan();
        FollowUpPlan ordered =
                after(plan, Recounting.ordered(plan, true, NOW, TERMS), NOW).notingOrder(true);
        assertThat(ordered.task())
                .extracting(FollowUpTask::taskId, FollowUpTask::purpose, FollowUpTask::startedAt, FollowUpTask::dueAt)
                .containsExactly(
                        LEAD + ":3", TaskPurpose.DEPOSIT_CONTACT, CONTACTED, CONTACTED.plus(Duration.ofDays(7)));
        assertThat(events(Recounting.regraded(ordered, Level.O, NOW, TERMS))).isEmpty();
        FollowUpPlan cancelled = after(ordered, Recounting.ordered(ordered, false, NOW, TERMS), NOW)
                .notingOrder(false);
        assertThat(cancelled.task().purpose()).isEqualTo(TaskPurpose.CADENCE);
        assertThat(cancelled.task().dueAt()).isEqualTo(DUE);
    }

    private static FollowUpTerms every(String interval, boolean businessTime) {
        CadencePolicy shipped = TERMS.policy().cadence();
        var c = new Rhythm(Duration.parse(interval), businessTime);
        var cadence = new CadencePolicy(shipped.o(), shipped.h(), shipped.a(), shipped.b(), c);
        return new FollowUpTerms(new FollowUpPolicy(cadence, TERMS.tasks()), TERMS.calendar());
    }
}
