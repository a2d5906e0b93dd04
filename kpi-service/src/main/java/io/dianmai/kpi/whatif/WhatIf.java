package io.dianmai.kpi.whatif;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kpi.clock.ClockProgress;
import io.dianmai.kpi.clock.HearersNow;
import io.dianmai.kpi.clock.PastRun;
import io.dianmai.kpi.clock.PastRuns;
import io.dianmai.kpi.engine.EngineSettings;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.LadderBook;
import io.dianmai.kpi.ladder.Ladders;
import io.dianmai.kpi.ladder.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Replays the last days by another ladder. */
@Component
class WhatIf {
    private static final ProblemType CLOCK = ProblemType.of(
            "what-if-clock", "The ladder starts other clocks than ran", HttpStatus.UNPROCESSABLE_CONTENT);
    private static final ProblemType TOO_LONG =
            ProblemType.of("what-if-too-long", "This takes too long", HttpStatus.UNPROCESSABLE_CONTENT);
    /** The gateway waits for thirty seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final PastRuns runs;
    private final LadderBook ladders;
    private final StoreReplica stores;
    private final HearersNow hearers;
    private final ClockProgress progress;
    private final Duration grace;
    private final Clock clock;

    WhatIf(
            PastRuns runs,
            LadderBook ladders,
            StoreReplica stores,
            HearersNow hearers,
            ClockProgress progress,
            EngineSettings settings,
            Clock clock) {
        this.runs = runs;
        this.ladders = ladders;
        this.stores = stores;
        this.hearers = hearers;
        this.progress = progress;
        this.grace = settings.backfillGrace();
        this.clock = clock;
    }

    /**
     * What this ladder would have fired in the last days, had it held all the time.
     *
     * @throws ProblemException when its clocks cannot be made of those that ran, or there are too many
     */
    WhatIfAnswer ask(Ladder other, int days) {
        Instant now = clock.instant();
        Map<String, Place> places = places(other);
        Ladders present = ladders.current();
        requireSameClocks(other, present, places, now);
        Instant heardTo = progress.heardTo();
        var replay = new Replay(other.kind(), now.minus(Duration.ofDays(days)), now, grace);
        var comparison = new Comparison(
                replay,
                other,
                run -> present.of(other.kind(), placeOf(run, places), run.dueAt()),
                (rung, run) -> hearers.of(rung, run.storeId(), run.ownerId()));
        Instant stop = now.plus(PATIENCE);
        runs.forEach(other.kind(), places.keySet(), run -> {
            requireTime(stop);
            Ladder holds = present.of(other.kind(), placeOf(run, places), run.dueAt());
            comparison.take(run, !Reach.isMoreSpecific(holds.scope(), other.scope()));
        });
        return comparison.answer(heardTo);
    }

    /** Of the stores for which it is meant. */
    private Map<String, Place> places(Ladder other) {
        Map<String, Place> places = new TreeMap<>();
        for (StorePublished store : stores.all()) {
            Place place = Place.of(store);
            if (Reach.covers(other.scope(), place)) {
                places.put(place.storeId(), place);
            }
        }
        return places;
    }

    private static Place placeOf(PastRun run, Map<String, Place> places) {
        return places.getOrDefault(run.storeId(), Place.unknown(run.storeId()));
    }

    /** A clock of one is shifted; of several it is not known which is which. */
    private static void requireSameClocks(Ladder other, Ladders present, Map<String, Place> places, Instant now) {
        List<Duration> after = other.clock().after();
        for (Place place : places.values()) {
            List<Duration> ran = present.of(other.kind(), place, now).clock().after();
            if (!after.equals(ran) && (after.size() != 1 || ran.size() != 1)) {
                throw new ProblemException(
                        CLOCK, "clock.after must be " + ran + " as it is: only a single time can be asked about.");
            }
        }
    }

    private void requireTime(Instant stop) {
        if (clock.instant().isAfter(stop)) {
            throw new ProblemException(TOO_LONG, "Ask about fewer stores, by the scope of the ladder.");
        }
    }
}
