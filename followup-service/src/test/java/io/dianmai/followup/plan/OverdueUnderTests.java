package io.dianmai.followup.plan;

import static io.dianmai.followup.plan.Given.LEAD;
import static io.dianmai.followup.plan.Given.LEAD_OF_LI;
import static io.dianmai.followup.plan.Given.MONDAY_TEN;
import static io.dianmai.followup.plan.Given.TERMS;
import static io.dianmai.followup.plan.Given.after;
import static io.dianmai.followup.plan.Given.connected;
import static io.dianmai.followup.plan.Given.dimensions;
import static io.dianmai.followup.plan.Given.events;
import static io.dianmai.followup.plan.Given.newPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.FollowUpCancelled;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpReassigned;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.contracts.lead.LeadDimensions;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A task that lapsed counts as overdue somewhere: whatever ends that must say where. */
class OverdueUnderTests {
    private static final Instant DUE = MONDAY_TEN.plus(Duration.ofMinutes(30));
    private static final Instant NOON = MONDAY_TEN.plus(Duration.ofHours(2));
    private static final LeadDimensions LEAD_OF_WANG = dimensions("wang");

    @Test
    void isWhereItLapsedWhateverIsHeardOfTheLeadSince() {
        FollowUpPlan plan = overdue().noting(LEAD_OF_WANG);

        assertThat(done(plan)).isEqualTo(LEAD_OF_LI);
        assertThat(cancelled(plan)).isEqualTo(LEAD_OF_LI);
        assertThat(moved(plan)).isEqualTo(LEAD_OF_LI);
        assertThat(handedTo(plan, dimensions("zhao"))).isEqualTo(LEAD_OF_LI);
    }

    @Test
    void goesWithTheTaskToTheNextAdvisor() {
        FollowUpPlan wang = after(overdue(), Journey.reassigned(overdue(), LEAD_OF_WANG, "wang", NOON, TERMS), NOON);
        assertThat(wang.task().overdue()).isTrue();
        assertThat(done(wang)).isEqualTo(LEAD_OF_WANG);

        LeadDimensions leadOfZhao = dimensions("zhao");
        assertThat(handedTo(wang, leadOfZhao)).isEqualTo(LEAD_OF_WANG);
        FollowUpPlan zhao = after(wang, Journey.reassigned(wang, leadOfZhao, "zhao", NOON, TERMS), NOON);
        assertThat(cancelled(zhao)).isEqualTo(leadOfZhao);
    }

    @Test
    void isNowhereForATaskInTime() {
        FollowUpPlan reassigned =
                after(newPlan(), Journey.reassigned(newPlan(), LEAD_OF_WANG, "wang", NOON, TERMS), NOON);

        assertThat(done(reassigned)).isNull();
        assertThat(cancelled(reassigned)).isNull();
        assertThat(moved(reassigned)).isNull();
        assertThat(handedTo(reassigned, LEAD_OF_LI)).isNull();
    }

    @Test
    void isNowhereOnceTheTaskMovedAndForTheTaskAfterIt() {
        FollowUpPlan moved =
                after(overdue(), Moving.byPerson(overdue(), NOON.plusMillis(1), "abroad", NOON, TERMS), NOON);
        assertThat(done(moved)).isNull();

        FollowUpPlan next = after(overdue(), Contacting.contacted(overdue(), connected(), NOON, TERMS), NOON);
        assertThat(cancelled(next)).isNull();
    }

    @Test
    void isTheLeadsOwnForATaskThatLapsedBeforeThisWasKept() {
        FollowUpTask task = newPlan().task();
        FollowUpPlan plan = newPlan();
        FollowUpPlan old = new FollowUpPlan(
                plan.leadId(),
                LEAD_OF_WANG,
                plan.level(),
                plan.tasks(),
                new FollowUpTask(
                        task.taskId(),
                        task.purpose(),
                        task.startedAt(),
                        task.dueAt(),
                        true,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                null,
                null,
                plan.contacts(),
                null);

        assertThat(done(old)).isEqualTo(LEAD_OF_WANG);
    }

    private static FollowUpPlan overdue() {
        return after(newPlan(), Journey.lapsed(newPlan(), LEAD + ":1", DUE), DUE);
    }

    private static @Nullable LeadDimensions done(FollowUpPlan plan) {
        return ((FollowUpDone) events(Contacting.contacted(plan, connected(), NOON, TERMS))
                        .get(1))
                .overdueUnder();
    }

    private static @Nullable LeadDimensions cancelled(FollowUpPlan plan) {
        return ((FollowUpCancelled) events(Journey.closed(plan, plan.dimensions(), CancelReason.LOST))
                        .getFirst())
                .overdueUnder();
    }

    private static @Nullable LeadDimensions moved(FollowUpPlan plan) {
        return ((FollowUpRescheduled) events(Moving.byPerson(plan, NOON.plusSeconds(1), "abroad", NOON, TERMS))
                        .getFirst())
                .overdueUnder();
    }

    private static @Nullable LeadDimensions handedTo(FollowUpPlan plan, LeadDimensions next) {
        return ((FollowUpReassigned) events(Journey.reassigned(plan, next, "next", NOON, TERMS))
                        .getFirst())
                .overdueUnder();
    }
}
