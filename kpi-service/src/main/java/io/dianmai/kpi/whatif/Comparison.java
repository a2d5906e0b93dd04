package io.dianmai.kpi.whatif;

import io.dianmai.contracts.org.Role;
import io.dianmai.kpi.clock.PastRun;
import io.dianmai.kpi.deadline.Hearers;
import io.dianmai.kpi.deadline.RungTimes.Firing;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.Rung;
import io.dianmai.kpi.whatif.WhatIfAnswer.Total;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what the present ladders and another one make of runs of clocks, one after the other. */
final class Comparison {
    private static final int MOST_PEOPLE = 100;
    private static final int MOST_STORES = 20;

    private final Replay replay;
    private final Ladder other;
    private final PresentLadders present;
    private final Directory directory;
    private final Tally<Long> rungs = new Tally<>();
    private final Tally<Role> audience = new Tally<>();
    private final Tally<String> people = new Tally<>();
    private final Tally<String> stores = new Tally<>();
    private final long[] reminders = new long[2];
    private long runs;
    private long applied;

    /** The ladder that holds for a run now. */
    @FunctionalInterface
    interface PresentLadders {
        Ladder of(PastRun run);
    }

    /** Who hears of a rung of a run today. */
    @FunctionalInterface
    interface Directory {
        Hearers of(Rung rung, PastRun run);
    }

    Comparison(Replay replay, Ladder other, PresentLadders present, Directory directory) {
        this.replay = replay;
        this.other = other;
        this.present = present;
        this.directory = directory;
    }

    /** One more run. */
    void take(PastRun run, boolean otherHolds) {
        Ladder now = present.of(run);
        Ladder then = otherHolds ? other : now;
        runs++;
        applied += otherHolds ? 1 : 0;
        count(run, replay.firings(run, run.dueAt(), now), false);
        count(run, replay.firings(run, dueBy(then, now, run), then), true);
    }

    /** Where the ladder says when a deadline is due, another one says something else. */
    private static Instant dueBy(Ladder then, Ladder now, PastRun run) {
        if (then.clock().after().isEmpty() || now.clock().after().isEmpty()) {
            return run.dueAt();
        }
        Duration later =
                then.clock().after().getFirst().minus(now.clock().after().getFirst());
        return run.dueAt().plus(later);
    }

    private void count(PastRun run, List<Firing> firings, boolean byOther) {
        for (Firing firing : firings) {
            reminders[byOther ? 1 : 0]++;
            rungs.count(firing.rung().offset().toMinutes(), byOther);
            stores.count(run.storeId(), byOther);
            Hearers hearers = directory.of(firing.rung(), run);
            hearers.audience().forEach(role -> audience.count(role, byOther));
            hearers.recipients().forEach(person -> people.count(person, byOther));
        }
    }

    WhatIfAnswer answer(@Nullable Instant heardTo) {
        return new WhatIfAnswer(
                replay.kind(),
                other.scope().text(),
                replay.from(),
                replay.to(),
                heardTo,
                runs,
                applied,
                new Total(reminders[0], reminders[1], reminders[1] - reminders[0]),
                rungs.inOrder(),
                audience.inOrder(),
                people.top(MOST_PEOPLE),
                stores.top(MOST_STORES));
    }
}
