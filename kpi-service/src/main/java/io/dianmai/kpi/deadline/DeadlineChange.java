package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.ImplausibleEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an event does to a deadline. */
public sealed interface DeadlineChange {
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

    /** Stops the clock: what it waited for was done, or is not needed any more. */
    record Clear(String id) implements DeadlineChange {}

    /** Somebody else owns it now; the clock keeps running. */
    record HandOver(String id, String ownerId) implements DeadlineChange {}
}
