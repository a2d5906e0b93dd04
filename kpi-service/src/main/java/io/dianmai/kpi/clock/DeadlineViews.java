package io.dianmai.kpi.clock;

import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kpi.clock.DeadlineView.RunView;
import io.dianmai.kpi.clock.DeadlineView.RungView;
import io.dianmai.kpi.clock.DeadlineView.SnoozeView;
import io.dianmai.kpi.clock.DeadlineView.State;
import io.dianmai.kpi.deadline.Hearers;
import io.dianmai.kpi.engine.EngineSettings;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.LadderBook;
import io.dianmai.kpi.ladder.Place;
import io.dianmai.kpi.ladder.Rung;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Clocks as they are shown, by the ladders that hold now. */
@Component
class DeadlineViews {
    private final LadderBook ladders;
    private final StoreReplica stores;
    private final HearersNow hearers;
    private final Duration grace;
    private final Clock clock;

    DeadlineViews(LadderBook ladders, StoreReplica stores, HearersNow hearers, EngineSettings settings, Clock clock) {
        this.ladders = ladders;
        this.stores = stores;
        this.hearers = hearers;
        this.grace = settings.backfillGrace();
        this.clock = clock;
    }

    /** As one of many. */
    DeadlineView brief(TrackedClock clock, Episode run, @Nullable DeskState desk) {
        return view(clock, run, desk, null, null);
    }

    /** With its rungs and its runs before. */
    DeadlineView full(TrackedClock clock, Episode run, @Nullable DeskState desk) {
        List<RungView> rungs = outlook(clock, run, desk).rungs(hearersOf(clock, run));
        List<Episode> episodes = clock.episodes();
        List<RunView> earlier = episodes.subList(0, episodes.size() - 1).stream()
                .map(RunView::of)
                .toList();
        return view(clock, run, desk, rungs, earlier);
    }

    /** Whether its reminders can be put off. */
    Snoozing snoozing(TrackedClock clock, Episode run) {
        return new Snoozing(
                run, outlook(clock, run, null).unsnoozed(), ladder(clock, run).longestSnooze(), this.clock.instant());
    }

    private DeadlineView view(
            TrackedClock clock,
            Episode run,
            @Nullable DeskState desk,
            @Nullable List<RungView> rungs,
            @Nullable List<RunView> earlier) {
        Instant now = this.clock.instant();
        Instant latest = snoozing(clock, run).latest(desk);
        boolean snoozable = run.isRunning() && latest.isAfter(now);
        return new DeadlineView(
                clock.id(),
                clock.storeId(),
                run.kind(),
                run.aggregateId(),
                run.ownerId(),
                run.isRunning() ? State.RUNNING : State.CLEARED,
                run.armedAt(),
                run.dueAt(),
                run.endedAt(),
                desk == null
                        ? null
                        : desk.snoozeOf(run.dueAt())
                                .map(snooze -> new SnoozeView(snooze.until(), snooze.reason(), snooze.by()))
                                .orElse(null),
                snoozable ? latest : null,
                outlook(clock, run, desk).next(hearersOf(clock, run), now).orElse(null),
                rungs,
                earlier);
    }

    private Outlook outlook(TrackedClock clock, Episode run, @Nullable DeskState desk) {
        Instant until = desk == null
                ? null
                : desk.snoozeOf(run.dueAt()).map(DeskState.Snooze::until).orElse(null);
        return new Outlook(run, ladder(clock, run), until, grace);
    }

    private Ladder ladder(TrackedClock clock, Episode run) {
        Place place = stores.find(clock.storeId()).map(Place::of).orElseGet(() -> Place.unknown(clock.storeId()));
        return ladders.current().of(run.kind(), place, run.dueAt());
    }

    private Function<Rung, Hearers> hearersOf(TrackedClock clock, Episode run) {
        return rung -> hearers.of(rung, clock.storeId(), run.ownerId());
    }
}
