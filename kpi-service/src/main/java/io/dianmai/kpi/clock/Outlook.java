package io.dianmai.kpi.clock;

import io.dianmai.kpi.clock.DeadlineView.RungState;
import io.dianmai.kpi.clock.DeadlineView.RungView;
import io.dianmai.kpi.deadline.Hearers;
import io.dianmai.kpi.deadline.RungTimes;
import io.dianmai.kpi.deadline.RungTimes.Firing;
import io.dianmai.kpi.deadline.RungTimes.Reckoned;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a clock has before it by the ladder that holds now.
 *
 * @param run of the clock
 * @param until its reminders are put off; null when they are not
 */
record Outlook(Episode run, Ladder ladder, @Nullable Instant until, Duration grace) {
    private static final int MOST_REPEATS = 1_000;

    /** As if it were not snoozed. */
    List<Firing> unsnoozed() {
        return left(null);
    }

    private List<Firing> left(@Nullable Instant snoozedUntil) {
        if (!run.isRunning()) {
            return List.of();
        }
        var reckoned = new Reckoned(run.kind(), run.dueAt(), run.recordedAt(), run.firedTo(), snoozedUntil);
        return RungTimes.left(reckoned, ladder, grace);
    }

    /** All rungs, those that fired first; then those of the ladder that are left. */
    List<RungView> rungs(Function<Rung, Hearers> hearers) {
        List<RungView> rungs = new ArrayList<>();
        run.fired()
                .forEach(rang -> rungs.add(new RungView(
                        rang.offset().toMinutes(),
                        ladder.rungs().stream()
                                .filter(rung -> rung.offset().equals(rang.offset()))
                                .findFirst()
                                .map(Rung::action)
                                .orElse(null),
                        RungState.FIRED,
                        rang.firedAt(),
                        null,
                        null)));
        List<Firing> left = left(until);
        left.forEach(firing -> rungs.add(coming(firing, hearers)));
        ladder.rungs().stream()
                .filter(rung -> !run.hasFired(rung.offset()))
                .filter(rung -> left.stream().noneMatch(firing -> firing.rung().equals(rung)))
                .forEach(rung -> rungs.add(
                        new RungView(rung.offset().toMinutes(), rung.action(), RungState.DROPPED, null, null, null)));
        return rungs;
    }

    /** The rung that fires next; of a clock that is set anew when it has run out, the first of the next run. */
    Optional<RungView> next(Function<Rung, Hearers> hearers, Instant now) {
        List<Firing> left = left(until);
        Duration every = ladder.clock().every();
        if (!left.isEmpty()) {
            return Optional.of(coming(left.getFirst(), hearers));
        }
        if (!run.isRunning() || every == null) {
            return Optional.empty();
        }
        Rung first = ladder.rungs().getFirst();
        Instant at = run.dueAt().plus(every).plus(first.offset());
        for (int i = 0; i < MOST_REPEATS && at.isBefore(now); i++) {
            at = at.plus(every);
        }
        return Optional.of(coming(new Firing(first, at), hearers));
    }

    private RungView coming(Firing firing, Function<Rung, Hearers> hearers) {
        Rung rung = firing.rung();
        Hearers who = hearers.apply(rung);
        boolean putOff = until != null && firing.at().equals(until);
        return new RungView(
                rung.offset().toMinutes(),
                rung.action(),
                putOff ? RungState.SNOOZED : RungState.COMING,
                firing.at(),
                who.audience(),
                who.recipients());
    }
}
