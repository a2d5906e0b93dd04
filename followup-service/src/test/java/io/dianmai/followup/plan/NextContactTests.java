package io.dianmai.followup.plan;

import static io.dianmai.followup.plan.Given.LEAD;
import static io.dianmai.followup.plan.Given.LEAD_OF_LI;
import static io.dianmai.followup.plan.Given.MONDAY_TEN;
import static io.dianmai.followup.plan.Given.TERMS;
import static io.dianmai.followup.plan.Given.after;
import static io.dianmai.followup.plan.Given.answeredPlan;
import static io.dianmai.followup.plan.Given.connected;
import static io.dianmai.followup.plan.Given.contacted;
import static io.dianmai.followup.plan.Given.events;
import static io.dianmai.followup.plan.Given.newPlan;
import static io.dianmai.followup.plan.Given.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Level;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextContactTests {
    private static final Instant CONTACTED = MONDAY_TEN.plus(Duration.ofMinutes(10));

    @ParameterizedTest
    @CsvSource({
        // Three and a half days after Monday 10:10 is Thursday 22:10: Friday, when the store opens.
        "O, DEPOSIT_CONTACT, 2026-11-30T02:10:00Z",
        "H, CADENCE, 2026-11-25T02:10:00Z",
        "A, CADENCE, 2026-11-27T01:00:00Z",
        "B, CADENCE, 2026-11-30T02:10:00Z",
        "C, CADENCE, 2026-12-08T02:10:00Z"
    })
    void isDueByTheLevelInOpeningHours(Level level, TaskPurpose purpose, Instant due) {
        FollowUpPlan plan = contacted(newPlan().noting(level), connected(), CONTACTED);
        assertThat(plan.task().purpose()).isEqualTo(purpose);
        assertThat(plan.task().dueAt()).isEqualTo(due);
    }

    @Test
    void isDueWhenAgreed() {
        Instant agreed = CONTACTED.plus(Duration.ofHours(30));
        var contact = new Contact(ContactMedium.CALL, ContactResult.AGREED_NEXT_STEP, agreed);
        assertThat(contacted(newPlan(), contact, CONTACTED).task())
                .extracting(FollowUpTask::taskId, FollowUpTask::purpose, FollowUpTask::startedAt, FollowUpTask::dueAt)
                .containsExactly(LEAD + ":2", TaskPurpose.AGREED, CONTACTED, agreed);
    }

    @Test
    void mustBeAgreedForALaterTimeWithinAYear() {
        assertThat(agreedFor(CONTACTED)).isEqualTo("next-contact-in-the-past");
        assertThat(agreedFor(CONTACTED.plus(Duration.ofDays(366)).plusMillis(1)))
                .isEqualTo("next-contact-too-far-ahead");
        var latest = new Contact(ContactMedium.CALL, ContactResult.CONNECTED, CONTACTED.plus(Duration.ofDays(366)));
        var earliest = new Contact(ContactMedium.CALL, ContactResult.CONNECTED, CONTACTED.plusMillis(1));
        assertThat(events(Contacting.contacted(newPlan(), latest, CONTACTED, TERMS)))
                .hasSize(3);
        assertThat(events(Contacting.contacted(newPlan(), earliest, CONTACTED, TERMS)))
                .hasSize(3);
    }

    @Test
    void isNotDoneByAContactFromBefore() {
        assertThat(events(Contacting.contacted(answeredPlan(), connected(), CONTACTED.minusMillis(1), TERMS)))
                .singleElement()
                .isInstanceOf(ContactLogged.class);
        assertThat(events(Contacting.contacted(answeredPlan(), connected(), CONTACTED, TERMS)))
                .hasSize(3);
    }

    @Test
    void movesWithTheLevelCountedFromTheContactBefore() {
        FollowUpPlan plan = answeredPlan();
        assertThat(events(Recounting.regraded(plan, Level.B, CONTACTED.plusSeconds(1), TERMS)))
                .containsExactly(new FollowUpRescheduled(
                        LEAD_OF_LI,
                        LEAD + ":2",
                        TaskPurpose.CADENCE,
                        CONTACTED.plus(Duration.ofDays(7)),
                        CONTACTED.plus(Duration.ofDays(15)),
                        false,
                        null,
                        "level B"));
    }

    /** A cancelled order says nothing of clocks; the grading that comes with it moves them. */
    @Test
    void comesSoonerAgainWhenAnOrderIsTakenBack() {
        Instant cancelledAt = CONTACTED.plusSeconds(2);
        FollowUpPlan plan = answeredPlan();
        FollowUpPlan ordered = after(
                        plan, Recounting.regraded(plan, Level.O, CONTACTED.plusSeconds(1), TERMS), cancelledAt)
                .noting(Level.O);
        assertThat(ordered.task().dueAt()).isEqualTo(CONTACTED.plus(Duration.ofDays(7)));
        assertThat(after(ordered, Recounting.regraded(ordered, Level.A, cancelledAt, TERMS), cancelledAt)
                        .task()
                        .dueAt())
                .isEqualTo(Instant.parse("2026-11-27T01:00:00Z"));
    }

    @Test
    void isTheSameWhicheverIsHeardFirst() {
        Instant gradedAt = MONDAY_TEN.plusSeconds(1);
        FollowUpPlan gradedFirst = contacted(newPlan().noting(Level.A), connected(), CONTACTED);
        FollowUpPlan contactFirst = answeredPlan();
        FollowUpPlan gradedAfter =
                after(contactFirst, Recounting.regraded(contactFirst, Level.A, gradedAt, TERMS), gradedAt);
        assertThat(gradedAfter.task())
                .usingRecursiveComparison()
                .ignoringFields("plannedAt")
                .isEqualTo(gradedFirst.task());
    }

    @Test
    void isCountedAfreshWhenTheNewIntervalHasPassed() {
        Instant tenDaysLater = CONTACTED.plus(Duration.ofDays(10));
        FollowUpPlan plan = answeredPlan();
        FollowUpPlan hotter = after(plan, Recounting.regraded(plan, Level.A, tenDaysLater, TERMS), tenDaysLater);
        assertThat(hotter.task().dueAt()).isEqualTo(Instant.parse("2026-12-07T01:00:00Z"));
    }

    @Test
    void isNeverLaterBecauseALeadGotHotter() {
        Instant fourteenDaysLater = CONTACTED.plus(Duration.ofDays(14));
        assertThat(events(Recounting.regraded(answeredPlan(), Level.B, fourteenDaysLater, TERMS)))
                .isEmpty();
    }

    @Test
    void staysWhereItWasAgreedWhateverTheLevel() {
        var agreed = new Contact(ContactMedium.CALL, ContactResult.CONNECTED, CONTACTED.plus(Duration.ofDays(20)));
        FollowUpPlan plan = contacted(newPlan(), agreed, CONTACTED);
        assertThat(events(Recounting.regraded(plan, Level.A, CONTACTED, TERMS))).isEmpty();
    }

    private static String agreedFor(Instant next) {
        var contact = new Contact(ContactMedium.CALL, ContactResult.CONNECTED, next);
        return refusal(Contacting.contacted(newPlan(), contact, CONTACTED, TERMS))
                .code();
    }
}
