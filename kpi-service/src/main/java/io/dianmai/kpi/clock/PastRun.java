package io.dianmai.kpi.clock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a clock, for whoever asks what another ladder would have made of it.
 *
 * @param armedAt when it came to be known that it runs
 * @param recordedAt when the platform accepted what started it
 * @param endedAt when it was stopped or set anew; null while it runs
 * @param snoozes in order
 */
public record PastRun(
        String storeId,
        @Nullable String ownerId,
        Instant armedAt,
        Instant recordedAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        List<Snooze> snoozes) {
    public PastRun {
        snoozes = List.copyOf(snoozes);
    }

    /** From {@code at} on, reminders were put off until {@code until}. */
    public record Snooze(Instant at, Instant until) {}

    static PastRun of(TrackedClock clock, Episode episode) {
        return new PastRun(
                clock.storeId(),
                episode.ownerId(),
                episode.armedAt(),
                episode.recordedAt(),
                episode.dueAt(),
                episode.endedAt(),
                episode.snoozes().stream()
                        .map(putOff -> new Snooze(putOff.at(), putOff.snooze().until()))
                        .toList());
    }
}
