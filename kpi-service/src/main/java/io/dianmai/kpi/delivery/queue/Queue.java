package io.dianmai.kpi.delivery.queue;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the queue of a target.
 *
 * @param failures attempts in a row that have failed
 * @param failingSince when the first of them was; absent while all is well
 * @param notBefore when it is tried again
 * @param off why nothing is sent to the target until somebody resumes it; absent while it is on
 */
record Queue(
        String targetId,
        Map<Lane, Line> lines,
        int failures,
        @Nullable Instant failingSince,
        Instant notBefore,
        Instant leasedUntil,
        @Nullable Off off) {

    /** A target that is gone. */
    record Off(String reason, Instant at) {}

    Line line(Lane lane) {
        return Objects.requireNonNull(lines.get(lane));
    }

    long waiting() {
        return lines.values().stream().mapToLong(Line::length).sum();
    }

    /** Whether something may be sent now, as far as the queue itself knows. */
    boolean isReady(Instant now) {
        return off == null && waiting() > 0 && !now.isBefore(notBefore);
    }
}
