package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.ImplausibleEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an event does to a deadline. */
sealed interface DeadlineChange {
    /** Which deadline. */
    String id();

    /**
     * Starts a clock, or sets a running one anew.
     *
     * @param aggregateId what it is about
     * @param ownerId staff id of whoever owns the customer
     */
    record Arm(
            String id,
            DeadlineKind kind,
            String aggregateId,
            @Nullable String ownerId,
            Instant dueAt) implements DeadlineChange {
        public Arm {
            ImplausibleEvent.unlessInRange(dueAt, "the due time");
        }
    }

    /**
     * Starts a clock of which the ladder says when it is due, or sets it anew. Where the ladder names several times, there
     * is a clock for each, and what happens to the first one happens to all.
     *
     * @param from what the ladder's times count from
     * @param unlessRuns id of a deadline: while that one runs, nothing is started; null for always
     */
    record Start(
            String id,
            DeadlineKind kind,
            String aggregateId,
            @Nullable String ownerId,
            Instant from,
            @Nullable String unlessRuns)
            implements DeadlineChange {}

    /** Sets such a clock anew, if it is there. */
    record Restart(String id, Instant from) implements DeadlineChange {}

    /** Stops the clock: what it waited for was done, or is not needed any more. */
    record Clear(String id) implements DeadlineChange {}

    /** Somebody else owns it now; the clock keeps running. */
    record HandOver(String id, String ownerId) implements DeadlineChange {}

    /**
     * Puts off what only tells people.
     *
     * @param dueAt of the clock that is meant: one that was set anew since is not
     */
    record Snooze(String id, Instant dueAt, Instant until) implements DeadlineChange {
        public Snooze {
            ImplausibleEvent.unlessInRange(until, "the end of the snooze");
        }
    }
}
