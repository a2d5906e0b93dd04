package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the rungs of a clock fire if nothing stops it: the engine's own reckoning, for whoever looks ahead or back. */
public final class RungTimes {
    private RungTimes() {}

    /**
     * A clock to reckon with.
     *
     * @param recordedAt when the platform accepted what started it
     * @param firedTo offset of the rung that fired last; null when none has
     * @param snoozedUntil null when it is not snoozed
     */
    public record Reckoned(
            DeadlineKind kind,
            Instant dueAt,
            Instant recordedAt,
            @Nullable Duration firedTo,
            @Nullable Instant snoozedUntil) {}

    /** A rung that comes, and when. */
    public record Firing(Rung rung, Instant at) {}

    /**
     * The rungs that are left, in order.
     *
     * @param grace how long a deadline that had lapsed before it was told waits for its clearing event
     */
    public static List<Firing> left(Reckoned clock, Ladder ladder, Duration grace) {
        Deadline deadline = new Deadline(
                clock.kind(),
                "",
                "",
                null,
                clock.dueAt(),
                clock.recordedAt(),
                clock.firedTo(),
                0,
                null,
                clock.snoozedUntil(),
                false);
        List<Firing> firings = new ArrayList<>();
        for (int rung = deadline.nextRung(ladder); ladder.hasRung(rung); rung++) {
            firings.add(new Firing(ladder.rungs().get(rung), deadline.firesAt(ladder, rung, grace)));
        }
        return firings;
    }
}
