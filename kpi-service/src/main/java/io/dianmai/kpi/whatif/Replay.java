package io.dianmai.kpi.whatif;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.clock.PastRun;
import io.dianmai.kpi.deadline.RungTimes;
import io.dianmai.kpi.deadline.RungTimes.Firing;
import io.dianmai.kpi.deadline.RungTimes.Reckoned;
import io.dianmai.kpi.ladder.Ladder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rungs of a ladder would have fired in a span of time, run by run, by the engine's own reckoning.
 *
 * @param from first instant of the span
 * @param to first instant after it
 * @param grace how long a deadline that had lapsed before it was told waits for its clearing event
 */
record Replay(DeadlineKind kind, Instant from, Instant to, Duration grace) {
    /**
     * In order.
     *
     * @param dueAt when the run is due by this ladder
     */
    List<Firing> firings(PastRun run, Instant dueAt, Ladder ladder) {
        return all(run, dueAt, ladder).stream()
                .map(firing -> firing.at().isBefore(run.armedAt()) ? new Firing(firing.rung(), run.armedAt()) : firing)
                .filter(firing -> run.endedAt() == null || firing.at().isBefore(run.endedAt()))
                .filter(firing -> !firing.at().isBefore(from) && firing.at().isBefore(to))
                .toList();
    }

    private List<Firing> all(PastRun run, Instant dueAt, Ladder ladder) {
        List<Firing> fired = new ArrayList<>();
        Duration firedTo = null;
        Instant snoozedUntil = null;
        int heard = 0;
        List<Firing> left = left(run, dueAt, ladder, firedTo, snoozedUntil);
        while (!left.isEmpty()) {
            Firing next = left.getFirst();
            if (heard < run.snoozes().size() && !run.snoozes().get(heard).at().isAfter(next.at())) {
                snoozedUntil = run.snoozes().get(heard).until();
                heard++;
                left = left(run, dueAt, ladder, firedTo, snoozedUntil);
            } else {
                fired.add(next);
                firedTo = next.rung().offset();
                left = left.subList(1, left.size());
            }
        }
        return fired;
    }

    private List<Firing> left(
            PastRun run, Instant dueAt, Ladder ladder, @Nullable Duration firedTo, @Nullable Instant snoozedUntil) {
        return RungTimes.left(new Reckoned(kind, dueAt, run.recordedAt(), firedTo, snoozedUntil), ladder, grace);
    }
}
