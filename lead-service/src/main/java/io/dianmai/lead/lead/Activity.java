package io.dianmai.lead.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last that was done about a lead: it was put on file, it left the pool, it was opened again, somebody really spoke
 * with the customer, the customer came or drove, an order was taken back.
 *
 * @param at when it happened
 * @param notedAt when it was written down; absent until then
 */
public record Activity(Instant at, @Nullable Instant notedAt) {

    /** What counts after something was done at that time. What is told late and was overtaken does not. */
    static Activity later(@Nullable Activity before, Instant at) {
        return before == null || at.isAfter(before.at()) ? new Activity(at, null) : before;
    }

    Activity noted(Instant time) {
        return notedAt == null ? new Activity(at, time) : this;
    }

    /** Whether somebody who found at {@code firedAt} that nothing had been done until {@code dueAt} was overtaken by it. */
    boolean contradicts(Instant dueAt, Instant firedAt) {
        return at.isAfter(dueAt) || (notedAt != null && notedAt.isAfter(firedAt));
    }
}
