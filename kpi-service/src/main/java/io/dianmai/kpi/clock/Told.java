package io.dianmai.kpi.clock;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was told of a clock. */
sealed interface Told {
    /** It was set, or set anew. */
    record Armed(
            DeadlineKind kind, String aggregateId, @Nullable String ownerId, Instant dueAt, Instant recordedAt)
            implements Told {}

    /** It was set anew, if it ran. */
    record SetAnew(Instant dueAt, Instant recordedAt) implements Told {}

    /** What it waited for was done, or is not needed any more. */
    record Cleared() implements Told {}

    /** Somebody else owns it. */
    record HandedOver(String ownerId) implements Told {}

    /** One of its rungs fired. */
    record Fired(Instant dueAt, Duration offset, Instant firedAt) implements Told {}

    /** Its reminders were put off. */
    record Snoozed(Instant dueAt, Instant until, String reason, String by) implements Told {}
}
