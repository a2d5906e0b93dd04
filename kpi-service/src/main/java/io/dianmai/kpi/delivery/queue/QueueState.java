package io.dianmai.kpi.delivery.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a target, for people.
 *
 * @param on whether anything is sent to it
 * @param offReason why not; absent while it is on
 * @param waiting deliveries in its queue
 * @param failures attempts in a row that have failed
 * @param nextAttemptAt absent while all is well
 */
public record QueueState(
        boolean on,
        @Nullable String offReason,
        @Nullable Instant offSince,
        long waiting,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant nextAttemptAt) {
    static QueueState of(Queue queue) {
        Queue.@Nullable Off off = queue.off();
        return new QueueState(
                off == null,
                off == null ? null : off.reason(),
                off == null ? null : off.at(),
                queue.waiting(),
                queue.failures(),
                queue.failingSince(),
                off == null && queue.failures() > 0 ? queue.notBefore() : null);
    }
}
