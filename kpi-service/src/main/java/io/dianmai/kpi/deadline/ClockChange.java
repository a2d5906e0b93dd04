package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an event does to one clock, worked out by the ladders. */
public sealed interface ClockChange {
    /** Of the deadline. */
    String id();

    /**
     * Sets it, or sets it anew.
     *
     * @param unlessRuns id of a deadline: while that one runs, this one is not set; null for always
     */
    record Set(
            String id,
            DeadlineKind kind,
            String aggregateId,
            @Nullable String ownerId,
            Instant dueAt,
            @Nullable String unlessRuns)
            implements ClockChange {}

    /** Sets it anew if it runs. */
    record SetAnew(String id, Instant dueAt) implements ClockChange {}

    /** Stops it. */
    record Stopped(String id) implements ClockChange {}

    /** Somebody else owns it; it runs on. */
    record HandedOver(String id, String ownerId) implements ClockChange {}
}
