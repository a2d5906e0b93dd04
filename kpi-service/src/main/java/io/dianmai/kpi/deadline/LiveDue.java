package io.dianmai.kpi.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of a clock that has run out beyond what was set. */
interface LiveDue {
    /** The due time: later than the deadline's if it runs on, null if there is nothing to wait for any more. */
    @Nullable
    Instant of(Deadline deadline);

    /** Whether it may fire now; if not, that is asked again a little later. */
    default boolean isCertain(Deadline deadline) {
        return true;
    }
}
