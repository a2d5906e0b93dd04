package io.dianmai.kpi.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kpi.clock.PastRun;
import io.dianmai.kpi.deadline.Hearers;
import io.dianmai.kpi.deadline.RungTimes.Firing;
import io.dianmai.kpi.ladder.ClockTerms;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.LadderScope;
import io.dianmai.kpi.ladder.Rung;
import io.dianmai.kpi.whatif.WhatIfAnswer.Line;
import io.dianmai.kpi.whatif.WhatIfAnswer.Total;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Times are minutes from the first instant of the days that are asked about. */
class ReplayTests {
    private static final Instant FROM = Instant.parse("2026-03-10T00:00:00Z");
    private static final long SPAN = 1_000;
    private static final Replay REPLAY = new Replay(DeadlineKind.FOLLOW_UP, FROM, minute(SPAN), Duration.ofMinutes(5));
    private static final Rung BEFORE = rung(-30, true, List.of());
    private static final Rung AT_DUE = rung(0, true, List.of());
    private static final Rung AFTER = rung(60, false, List.of(Role.SALES_MANAGER));
    private static final Ladder PRESENT = ladder(BEFORE, AT_DUE, AFTER);
    private static final List<StaffMember> STAFF = List.of(
            new StaffMember("A1", "a", List.of(Role.SALES_CONSULTANT), null, null),
            new StaffMember("A2", "b", List.of(Role.SALES_CONSULTANT), null, LocalDate.of(2026, 1, 1)),
            new StaffMember("M1", "c", List.of(Role.SALES_MANAGER), null, null),
            new StaffMember("M2", "d", List.of(Role.SALES_MANAGER), null, null));

    @Test
    void firesWhatComesBeforeTheEndOfTheRun() {
        assertThat(offsets(run(0, 100, 159L))).containsExactly(-30L, 0L);
        assertThat(offsets(run(0, 100, 160L))).containsExactly(-30L, 0L);
        assertThat(offsets(run(0, 100, 161L))).containsExactly(-30L, 0L, 60L);
        assertThat(offsets(run(0, 100, null))).containsExactly(-30L, 0L, 60L);
        assertThat(offsets(run(0, 100, 70L))).isEmpty();
    }

    @Test
    void countsWithinTheDaysOnly() {
        assertThat(offsets(run(-500, 30, null))).containsExactly(-30L, 0L, 60L);
        assertThat(offsets(run(-500, 29, null))).containsExactly(0L, 60L);
        assertThat(offsets(run(0, SPAN, null))).containsExactly(-30L);
        assertThat(offsets(run(0, SPAN + 30, null))).isEmpty();
    }

    @Test
    void whatWasToldLateHasTheGraceOfTheEngine() {
        assertThat(offsets(run(200, 100, 204L))).isEmpty();
        assertThat(offsets(run(200, 100, 206L))).containsExactly(-30L, 0L, 60L);
    }

    @Test
    void aSnoozePutsOffWhatHasNotFired() {
        PastRun run = new PastRun(
                "S1",
                "A1",
                minute(0),
                minute(0),
                minute(100),
                null,
                List.of(new PastRun.Snooze(minute(80), minute(99)), new PastRun.Snooze(minute(110), minute(300))));

        assertThat(REPLAY.firings(run, run.dueAt(), PRESENT))
                .extracting(Firing::at)
                .containsExactly(minute(70), minute(100), minute(300));
    }

    /** By hand: three runs, the second of somebody who has left, the third cleared in time. */
    @Test
    void comparesTwoLaddersAsCountedByHand() {
        Ladder other = ladder(AT_DUE, rung(10, false, List.of(Role.SALES_MANAGER)), AFTER);
        var comparison = new Comparison(
                REPLAY,
                other,
                _ -> PRESENT,
                (rung, run) -> Hearers.of(rung, run.ownerId(), STAFF, LocalDate.of(2026, 3, 20)));
        comparison.take(run("S1", "A1", 0, 100, null), true);
        comparison.take(run("S2", "A2", 0, 200, 205L), true);
        comparison.take(run("S2", "A1", 0, 300, 290L), true);
        comparison.take(run("S3", "A1", 0, 300, 290L), false);

        WhatIfAnswer answer = comparison.answer(null);

        assertThat(answer.runs()).isEqualTo(4);
        assertThat(answer.applied()).isEqualTo(3);
        assertThat(answer.reminders()).isEqualTo(new Total(7, 5, -2));
        assertThat(answer.rungs())
                .containsExactly(
                        new Line<>(-30L, 4, 1), new Line<>(0L, 2, 2), new Line<>(10L, 0, 1), new Line<>(60L, 1, 1));
        // The manager hears of what was the leaver's: of two rungs now, of one by the other ladder.
        assertThat(answer.audience()).containsExactly(new Line<>(Role.SALES_MANAGER, 3, 3));
        assertThat(answer.people())
                .containsExactly(new Line<>("A1", 4, 2), new Line<>("M1", 3, 3), new Line<>("M2", 3, 3));
        assertThat(answer.stores())
                .containsExactly(new Line<>("S2", 3, 1), new Line<>("S1", 3, 3), new Line<>("S3", 1, 1));
    }

    @Test
    void anotherClockIsDueAtAnotherTime() {
        Ladder present = ladder(Duration.ofMinutes(100), AT_DUE);
        Ladder sooner = ladder(Duration.ofMinutes(80), AT_DUE);
        var comparison = new Comparison(
                REPLAY, sooner, _ -> present, (rung, run) -> Hearers.of(rung, run.ownerId(), STAFF, LocalDate.EPOCH));
        comparison.take(run("S1", "A1", 0, 100, 90L), true);

        assertThat(comparison.answer(null).reminders()).isEqualTo(new Total(0, 1, 1));
    }

    private static List<Long> offsets(PastRun run) {
        return REPLAY.firings(run, run.dueAt(), PRESENT).stream()
                .map(firing -> firing.rung().offset().toMinutes())
                .toList();
    }

    private static PastRun run(long armed, long due, @Nullable Long ended) {
        return run("S1", "A1", armed, due, ended);
    }

    private static PastRun run(String store, String owner, long armed, long due, @Nullable Long ended) {
        return new PastRun(
                store,
                owner,
                minute(armed),
                minute(armed),
                minute(due),
                ended == null ? null : minute(ended),
                List.of());
    }

    private static Instant minute(long minute) {
        return FROM.plus(Duration.ofMinutes(minute));
    }

    private static Rung rung(long offset, boolean owner, List<Role> audience) {
        List<Role> fallback = owner && audience.isEmpty() ? List.of(Role.SALES_MANAGER) : List.of();
        return new Rung(Duration.ofMinutes(offset), owner, audience, fallback, RungAction.NOTIFY);
    }

    private static Ladder ladder(Rung... rungs) {
        return new Ladder(
                DeadlineKind.FOLLOW_UP,
                LadderScope.group(),
                Instant.EPOCH,
                ClockTerms.OF_THE_EVENT,
                Duration.ZERO,
                List.of(rungs));
    }

    private static Ladder ladder(Duration after, Rung... rungs) {
        return new Ladder(
                DeadlineKind.FOLLOW_UP,
                LadderScope.group(),
                Instant.EPOCH,
                new ClockTerms(List.of(after), null),
                Duration.ZERO,
                List.of(rungs));
    }
}
