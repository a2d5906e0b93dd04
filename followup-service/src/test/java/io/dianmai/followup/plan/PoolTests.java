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
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.FollowUpCancelled;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.Level;
import io.dianmai.kit.aggregate.Decision;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What becomes of a plan whose lead goes to the company pool and out of it again. */
class PoolTests {
    private static final LeadDimensions NOBODYS = new LeadDimensions(Channel.WEB, null, "SUV", null, null, MONDAY_TEN);
    private static final LeadDimensions LEAD_OF_WANG = dimensions("wang");
    private static final Instant RECALLED = MONDAY_TEN.plus(Duration.ofDays(30));
    private static final Instant SHARED = RECALLED.plus(Duration.ofDays(1));

    @Test
    void cancelsTheTaskAndSaysUnderWhatItWasOverdue() {
        Instant due = MONDAY_TEN.plus(Duration.ofMinutes(30));
        FollowUpPlan overdue = after(newPlan(), Journey.lapsed(newPlan(), LEAD + ":1", due), due);

        assertThat(events(Journey.closed(overdue, NOBODYS, CancelReason.RECALLED)))
                .containsExactly(new FollowUpCancelled(
                        NOBODYS, LEAD + ":1", TaskPurpose.FIRST_RESPONSE, CancelReason.RECALLED, true, LEAD_OF_LI));
    }

    @Test
    void setsAFirstResponseForACustomerWhomNobodyEverAnswered() {
        FollowUpPlan pooled = pooled(newPlan());

        assertThat(events(shared(pooled)))
                .containsExactly(step(
                        LEAD_OF_WANG,
                        LEAD + ":2",
                        TaskPurpose.FIRST_RESPONSE,
                        SHARED.plus(Duration.ofMinutes(30)),
                        1,
                        null));
    }

    @Test
    void setsARevisitWithinTenDaysOfTheRecallForAnyOther() {
        FollowUpPlan pooled = pooled(answeredPlan().noting(Level.B));

        assertThat(events(shared(pooled)))
                .containsExactly(new FollowUpScheduled(
                        LEAD_OF_WANG,
                        LEAD + ":3",
                        TaskPurpose.POOL_REVISIT,
                        RECALLED.plus(Duration.ofDays(10)),
                        null,
                        ContactMedium.CALL));
    }

    @Test
    void asksForAnAnswerAtOnceWhenTheTenDaysArePast() {
        FollowUpPlan pooled = pooled(answeredPlan());
        Instant late = RECALLED.plus(Duration.ofDays(12));

        assertThat(events(Journey.reassigned(pooled, LEAD_OF_WANG, "wang", late, TERMS)))
                .singleElement()
                .extracting("purpose", "dueAt")
                .containsExactly(TaskPurpose.POOL_REVISIT, late.plus(Duration.ofMinutes(30)));
    }

    @Test
    void opensThePlanAgainForItsNewOwner() {
        FollowUpPlan pooled = pooled(newPlan());
        FollowUpPlan open = after(pooled, shared(pooled), SHARED);

        assertThat(open.open()).isTrue();
        assertThat(open.dimensions()).isEqualTo(LEAD_OF_WANG);
        assertThat(open.task().startedAt()).isEqualTo(SHARED);
        assertThat(events(Contacting.contacted(open, connected(), SHARED.plusSeconds(60), TERMS)))
                .element(1)
                .isInstanceOfSatisfying(FollowUpDone.class, done -> {
                    assertThat(done.onTime()).isTrue();
                    assertThat(done.businessMinutes()).isEqualTo(1);
                });
    }

    @Test
    void goesThroughThePoolMoreThanOnce() {
        FollowUpPlan pooled = pooled(newPlan());
        FollowUpPlan again = after(pooled, shared(pooled), SHARED);
        FollowUpPlan pooledAgain =
                after(again, Journey.closed(again, NOBODYS, CancelReason.RECALLED), SHARED.plusSeconds(9));

        assertThat(pooledAgain.closing()).isEqualTo(new Closing(CancelReason.RECALLED, SHARED.plusSeconds(9)));
        assertThat(events(shared(pooledAgain))).hasSize(1);
    }

    @Test
    void staysInThePoolWhenAContactFromBeforeIsToldLate() {
        FollowUpPlan pooled = pooled(newPlan());
        FollowUpPlan told = contacted(pooled, connected(), RECALLED.minusSeconds(60));

        assertThat(told.closing()).isEqualTo(new Closing(CancelReason.RECALLED, RECALLED));
        assertThat(told.lastDone()).isNotNull();
        assertThat(events(shared(told)))
                .singleElement()
                .extracting(event -> ((FollowUpScheduled) event).purpose())
                .isEqualTo(TaskPurpose.POOL_REVISIT);
    }

    @Test
    void neverOpensAPlanWhoseLeadWasDeliveredOrLost() {
        FollowUpPlan lost = after(newPlan(), Journey.closed(newPlan(), LEAD_OF_LI, CancelReason.LOST), RECALLED);

        assertThat(events(shared(lost))).isEmpty();
    }

    private static FollowUpPlan pooled(FollowUpPlan plan) {
        return after(plan, Journey.closed(plan, NOBODYS, CancelReason.RECALLED), RECALLED);
    }

    private static Decision<FollowUpEvent> shared(FollowUpPlan plan) {
        return Journey.reassigned(plan, LEAD_OF_WANG, "wang", SHARED, TERMS);
    }
}
