package io.dianmai.kpi.clock;

import static io.dianmai.kpi.clock.Facts.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.deadline.DeadlineAcknowledged;
import io.dianmai.contracts.deadline.DeadlineEvent;
import io.dianmai.contracts.deadline.DeadlineSnoozed;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kpi.deadline.RungTimes.Firing;
import io.dianmai.kpi.ladder.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnoozingTests {
    /** Due at minute 60: reminds at 30, acts at 60, reminds at 120. */
    private static final List<Firing> ALL =
            List.of(firing(-30, RungAction.NOTIFY), firing(0, RungAction.MARK_OVERDUE), firing(60, RungAction.NOTIFY));

    private static final Episode CLOCK = new Facts()
            .then(Facts.WORK, 0, Facts.armed("A1", 0, 60))
            .heard()
            .latest()
            .orElseThrow();
    private static final Duration LONGEST = Duration.ofHours(3);

    @Test
    void putsOffWhatOnlyReminds() {
        assertThat(ask(minute(45), ALL, minute(10)))
                .isEqualTo(Decision.accept(
                        new DeadlineSnoozed(DeadlineKind.FOLLOW_UP, "plan", minute(60), minute(45), "why", "A1")));
    }

    @Test
    void reachesUpToWhatActsAndNoFurther() {
        assertThat(ask(minute(60), ALL, minute(10))).isInstanceOf(Decision.Accepted.class);
        assertThat(code(ask(minute(60).plusMillis(1), ALL, minute(10)))).isEqualTo("snooze-past-next-act");
    }

    @Test
    void refusesThePast() {
        assertThat(code(ask(minute(10), ALL, minute(10)))).isEqualTo("snooze-in-the-past");
        assertThat(code(ask(minute(9), ALL, minute(10)))).isEqualTo("snooze-in-the-past");
    }

    @Test
    void countsTheLimitFromTheFirstSnooze() {
        List<Firing> left = ALL.subList(2, 3);
        Instant limit = minute(70).plus(LONGEST);
        DeskState desk = DeskState.after(null, snoozed(minute(130)), minute(70));

        assertThat(new Snoozing(CLOCK, left, LONGEST, minute(100)).decide(desk, limit, "why", "A1"))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(code(new Snoozing(CLOCK, left, LONGEST, minute(100)).decide(desk, limit.plusMillis(1), "why", "A1")))
                .isEqualTo("snooze-too-long");
        assertThat(new Snoozing(CLOCK, left, LONGEST, minute(100)).latest(desk)).isEqualTo(limit);
        assertThat(code(ask(minute(70).plus(Duration.ofDays(3_650_000)), left, minute(70))))
                .isEqualTo("snooze-too-long");
    }

    @Test
    void theLimitOfTheClockBeforeIsNoneOfThisOne() {
        DeskState desk = DeskState.after(
                null,
                new DeadlineSnoozed(DeadlineKind.FOLLOW_UP, "plan", minute(50), minute(55), "why", "A1"),
                minute(-200));

        assertThat(new Snoozing(CLOCK, ALL, LONGEST, minute(10)).decide(desk, minute(45), "why", "A1"))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void aKindThatCannotBePutOffSaysSo() {
        var decision = new Snoozing(CLOCK, ALL, Duration.ZERO, minute(10)).decide(null, minute(45), "why", "A1");

        assertThat(code(decision)).isEqualTo("snooze-too-long");
        assertThat(((Decision.Refused<DeadlineEvent>) decision).refusal().detail())
                .isEqualTo("Reminders of this kind cannot be put off.");
    }

    @Test
    void refusesWhenNothingWouldMove() {
        assertThat(code(ask(minute(20), ALL, minute(10)))).isEqualTo("nothing-to-snooze");
        assertThat(code(ask(minute(30), ALL, minute(10)))).isEqualTo("nothing-to-snooze");
        assertThat(code(ask(minute(150), List.of(), minute(130)))).isEqualTo("nothing-to-snooze");
    }

    @Test
    void refusesAClockThatStands() {
        Episode cleared = CLOCK.ended(minute(5), Episode.End.CLEARED);

        assertThat(code(new Snoozing(cleared, ALL, LONGEST, minute(10)).decide(null, minute(45), "why", "A1")))
                .isEqualTo("deadline-not-running");
    }

    @Test
    void theSameWishAgainIsNoEvent() {
        DeskState desk = DeskState.after(null, snoozed(minute(45)), minute(10));

        assertThat(new Snoozing(CLOCK, ALL, LONGEST, minute(46)).decide(desk, minute(45), "again", "A2"))
                .isEqualTo(Decision.accept(List.of()));
    }

    @Test
    void theFirstWhoTakesNoteIsKept() {
        DeskState desk =
                DeskState.after(null, new DeadlineAcknowledged(DeadlineKind.FOLLOW_UP, "plan", "R1", "M1"), minute(31));

        assertThat(desk.noteOf("R1")).contains(new DeskState.Note("R1", "M1", minute(31)));
        assertThat(desk.noteOf("R2")).isEmpty();
    }

    private static DeadlineSnoozed snoozed(Instant until) {
        return new DeadlineSnoozed(DeadlineKind.FOLLOW_UP, "plan", minute(60), until, "why", "A1");
    }

    private static Decision<DeadlineEvent> ask(Instant until, List<Firing> left, Instant now) {
        return new Snoozing(CLOCK, left, LONGEST, now).decide(null, until, "why", "A1");
    }

    private static String code(Decision<DeadlineEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        Refusal refusal = ((Decision.Refused<DeadlineEvent>) decision).refusal();
        return refusal.code();
    }

    private static Firing firing(long offset, RungAction action) {
        Rung rung = new Rung(Duration.ofMinutes(offset), false, List.of(Role.SALES_MANAGER), List.of(), action);
        return new Firing(rung, minute(60 + offset));
    }
}
