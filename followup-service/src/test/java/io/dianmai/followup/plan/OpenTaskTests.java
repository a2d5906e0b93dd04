package io.dianmai.followup.plan;

import static io.dianmai.followup.plan.Given.LEAD;
import static io.dianmai.followup.plan.Given.LEAD_OF_LI;
import static io.dianmai.followup.plan.Given.MONDAY_TEN;
import static io.dianmai.followup.plan.Given.TERMS;
import static io.dianmai.followup.plan.Given.after;
import static io.dianmai.followup.plan.Given.connected;
import static io.dianmai.followup.plan.Given.contacted;
import static io.dianmai.followup.plan.Given.dimensions;
import static io.dianmai.followup.plan.Given.events;
import static io.dianmai.followup.plan.Given.newPlan;
import static io.dianmai.followup.plan.Given.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.FollowUpCancelled;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.followup.FollowUpReassigned;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.LeadDimensions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OpenTaskTests {
    private static final Instant DUE = MONDAY_TEN.plus(Duration.ofMinutes(30));
    private static final Instant NOON = MONDAY_TEN.plus(Duration.ofHours(2));
    private static final TaskPurpose FIRST = TaskPurpose.FIRST_RESPONSE;

    @Test
    void goesWithItsLeadToAnotherAdvisor() {
        LeadDimensions leadOfWang = dimensions("wang");
        FollowUpPlan plan = newPlan();
        assertThat(events(Journey.reassigned(plan, leadOfWang, "wang", NOON, TERMS)))
                .containsExactly(new FollowUpReassigned(leadOfWang, LEAD + ":1", FIRST, DUE, "wang", null));
        assertThat(after(plan, Journey.reassigned(plan, leadOfWang, "wang", NOON, TERMS), NOON)
                        .dimensions())
                .isEqualTo(leadOfWang);
    }

    @Test
    void isNotHandedToWhoeverHasIt() {
        FollowUpPlan plan = newPlan();

        assertThat(events(Journey.reassigned(
                        plan,
                        plan.dimensions(),
                        String.valueOf(plan.dimensions().advisorId()),
                        NOON,
                        TERMS)))
                .isEmpty();
    }

    @Test
    void isMarkedOverdueOnce() {
        FollowUpPlan plan = newPlan();
        assertThat(events(Journey.lapsed(plan, LEAD + ":1", DUE)))
                .containsExactly(new FollowUpOverdue(LEAD_OF_LI, LEAD + ":1", FIRST, DUE));
        assertThat(events(Journey.lapsed(overdue(), LEAD + ":1", DUE))).isEmpty();
    }

    @Test
    void isNotMarkedOverdueByAReminderOfAnotherTaskOrTime() {
        assertThat(events(Journey.lapsed(newPlan(), LEAD + ":2", DUE))).isEmpty();
        assertThat(events(Journey.lapsed(newPlan(), LEAD + ":1", DUE.minusMillis(1))))
                .isEmpty();
    }

    @Test
    void tellsThatItWasOverdueWhenDone() {
        assertThat(events(Contacting.contacted(overdue(), connected(), NOON, TERMS)))
                .element(1)
                .isEqualTo(new FollowUpDone(
                        LEAD_OF_LI, LEAD + ":1", FIRST, DUE, false, true, LEAD_OF_LI, 120, ContactResult.CONNECTED, 1));
    }

    @Test
    void movesToALaterTimeAndIsNoLongerOverdue() {
        Instant later = NOON.plusMillis(1);
        FollowUpPlan plan = overdue();
        var moved = Moving.byPerson(plan, later, "customer abroad", NOON, TERMS);
        assertThat(events(moved))
                .containsExactly(new FollowUpRescheduled(
                        LEAD_OF_LI, LEAD + ":1", FIRST, later, DUE, true, LEAD_OF_LI, "customer abroad"));
        assertThat(after(plan, moved, NOON).task())
                .extracting(FollowUpTask::taskId, FollowUpTask::startedAt, FollowUpTask::dueAt, FollowUpTask::overdue)
                .containsExactly(LEAD + ":1", MONDAY_TEN, later, false);
    }

    @Test
    void cannotMoveIntoThePast() {
        assertThat(refusal(Moving.byPerson(newPlan(), NOON, "late", NOON, TERMS))
                        .code())
                .isEqualTo("next-contact-in-the-past");
    }

    @Test
    void doesNotMoveToWhereItIs() {
        assertThat(events(Moving.byPerson(newPlan(), DUE, "no reason", MONDAY_TEN, TERMS)))
                .isEmpty();
    }

    @Test
    void isCancelledWithItsLead() {
        assertThat(events(Journey.closed(overdue(), LEAD_OF_LI, CancelReason.LOST)))
                .containsExactly(
                        new FollowUpCancelled(LEAD_OF_LI, LEAD + ":1", FIRST, CancelReason.LOST, true, LEAD_OF_LI));
    }

    @Test
    void isNoLongerThereOnceTheLeadIsGone() {
        FollowUpPlan closed = closedAtNoon();
        assertThat(closed.open()).isFalse();
        assertThat(events(Journey.closed(closed, LEAD_OF_LI, CancelReason.LOST)))
                .isEmpty();
        assertThat(events(Journey.lapsed(closed, LEAD + ":1", DUE))).isEmpty();
        assertThat(events(Journey.reassigned(closed, dimensions("wang"), "wang", NOON, TERMS)))
                .isEmpty();
        assertThat(refusal(Moving.byPerson(closed, NOON.plusSeconds(1), "again", NOON, TERMS))
                        .code())
                .isEqualTo("follow-up-closed");
    }

    @Test
    void isStillDoneByAContactFromBeforeTheEndThatIsToldAfterIt() {
        FollowUpPlan closed = closedAtNoon();
        assertThat(events(Contacting.contacted(closed, connected(), NOON, TERMS)))
                .extracting(Object::getClass)
                .containsExactly(
                        ContactLogged.class, FollowUpDone.class, FollowUpScheduled.class, FollowUpCancelled.class);
        assertThat(events(Contacting.contacted(closed, connected(), NOON.plusMillis(1), TERMS)))
                .singleElement()
                .isInstanceOf(ContactLogged.class);
    }

    @Test
    void keepsTheFirstEndWhenContactsAreToldLate() {
        FollowUpPlan plan = contacted(closedAtNoon(), connected(), MONDAY_TEN.plusSeconds(60));
        assertThat(plan.closing()).isEqualTo(new Closing(CancelReason.DELIVERED, NOON));
        assertThat(events(Contacting.contacted(plan, connected(), NOON, TERMS))).hasSize(4);
    }

    @Test
    void keepsTheLastContacts() {
        FollowUpPlan plan = newPlan();
        for (int number = 0; number <= FollowUpPlan.CONTACTS_KEPT; number++) {
            plan = contacted(plan, connected(), MONDAY_TEN.plusSeconds(number));
        }
        assertThat(plan.contacts()).hasSize(FollowUpPlan.CONTACTS_KEPT);
        assertThat(plan.contacts().getFirst().at()).isEqualTo(MONDAY_TEN.plusSeconds(1));
        assertThat(plan.contacts().getLast().at()).isEqualTo(MONDAY_TEN.plusSeconds(FollowUpPlan.CONTACTS_KEPT));
    }

    private static FollowUpPlan overdue() {
        FollowUpPlan plan = newPlan();
        return after(plan, Journey.lapsed(plan, LEAD + ":1", DUE), DUE);
    }

    private static FollowUpPlan closedAtNoon() {
        FollowUpPlan plan = newPlan();
        return after(plan, Journey.closed(plan, LEAD_OF_LI, CancelReason.DELIVERED), NOON);
    }
}
