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
        "O, 2026-11-30T02:10:00Z",
        "A, 2026-11-27T01:00:00Z",
        "B, 2026-11-30T02:10:00Z",
        "C, 2026-12-08T02:10:00Z"
    })
    void isDueByTheLevelInOpeningHours(Level level, Instant due) {
        FollowUpPlan plan = contacted(newPlan().noting(level), connected(), CONTACTED);
        assertThat(plan.task().purpose()).isEqualTo(TaskPurpose.CADENCE);
        assertThat(plan.task().dueAt()).isEqualTo(due);
    }

    @Test
    void isDueWhenAgreed() {
        Instant agreed = CONTACTED.plus(Duration.ofHours(30));
        var contact = new Contact(ContactMedium.CALL, ContactResult.AGREED_NEXT_STEP, agreed);
        assertThat(contacted(newPlan(), contact, CONTACTED).task())
                .isEqualTo(FollowUpTask.waiting(LEAD + ":2", TaskPurpose.AGREED, CONTACTED, agreed));
    }

    @Test
    void mustBeAgreedForALaterTimeWithinAYear() {
        assertThat(agreedFor(CONTACTED)).isEqualTo("next-contact-in-the-past");
        assertThat(agreedFor(CONTACTED.plus(Duration.ofDays(366)).plusMillis(1)))
                .isEqualTo("next-contact-too-far-ahead");
        var latest = new Contact(ContactMedium.CALL, ContactResult.CONNECTED, CONTACTED.plus(Duration.ofDays(366)));
        var earliest = new Contact(ContactMedium.CALL, ContactResult.CONNECTED, CONTACTED.plusMillis(1));
        assertThat(events(newPlan().contacted(latest, CONTACTED, TERMS))).hasSize(3);
        assertThat(events(newPlan().contacted(earliest, CONTACTED, TERMS))).hasSize(3);
    }

    @Test
    void isNotDoneByAContactFromBefore() {
        assertThat(events(answeredPlan().contacted(connected(), CONTACTED.minusMillis(1), TERMS)))
                .singleElement()
                .isInstanceOf(ContactLogged.class);
        assertThat(events(answeredPlan().contacted(connected(), CONTACTED, TERMS)))
                .hasSize(3);
    }

    @Test
    void movesWithTheLevelCountedFromTheContactBefore() {
        FollowUpPlan plan = answeredPlan();
        assertThat(events(plan.regraded(Level.B, CONTACTED.plusSeconds(1), TERMS)))
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
        FollowUpPlan ordered = after(plan, plan.regraded(Level.O, CONTACTED.plusSeconds(1), TERMS), cancelledAt)
                .noting(Level.O);
        assertThat(ordered.task().dueAt()).isEqualTo(CONTACTED.plus(Duration.ofDays(7)));
        assertThat(after(ordered, ordered.regraded(Level.A, cancelledAt, TERMS), cancelledAt)
                        .task()
                        .dueAt())
                .isEqualTo(Instant.parse("2026-11-27T01:00:00Z"));
    }

    @Test
    void isTheSameWhicheverIsHeardFirst() {
        Instant gradedAt = MONDAY_TEN.plusSeconds(1);
        FollowUpPlan gradedFirst = contacted(newPlan().noting(Level.A), connected(), CONTACTED);
        FollowUpPlan contactFirst = answeredPlan();
        FollowUpPlan gradedAfter = after(contactFirst, contactFirst.regraded(Level.A, gradedAt, TERMS), gradedAt);
        assertThat(gradedAfter.task()).isEqualTo(gradedFirst.task());
    }

    @Test
    void isCountedAfreshWhenTheNewIntervalHasPassed() {
        Instant tenDaysLater = CONTACTED.plus(Duration.ofDays(10));
        FollowUpPlan plan = answeredPlan();
        FollowUpPlan hotter = after(plan, plan.regraded(Level.A, tenDaysLater, TERMS), tenDaysLater);
        assertThat(hotter.task().dueAt()).isEqualTo(Instant.parse("2026-12-07T01:00:00Z"));
    }

    @Test
    void isNeverLaterBecauseALeadGotHotter() {
        Instant fourteenDaysLater = CONTACTED.plus(Duration.ofDays(14));
        assertThat(events(answeredPlan().regraded(Level.B, fourteenDaysLater, TERMS)))
                .isEmpty();
    }

    @Test
    void staysWhereItWasAgreedWhateverTheLevel() {
        var agreed = new Contact(ContactMedium.CALL, ContactResult.CONNECTED, CONTACTED.plus(Duration.ofDays(20)));
        FollowUpPlan plan = contacted(newPlan(), agreed, CONTACTED);
        assertThat(events(plan.regraded(Level.A, CONTACTED, TERMS))).isEmpty();
    }

    private static String agreedFor(Instant next) {
        var contact = new Contact(ContactMedium.CALL, ContactResult.CONNECTED, next);
        return refusal(newPlan().contacted(contact, CONTACTED, TERMS)).code();
    }
}
