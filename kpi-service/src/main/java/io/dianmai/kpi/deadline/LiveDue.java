package io.dianmai.kpi.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Until when a clock that has run out really has to run, by all that is known now. */
interface LiveDue {
    /** The due time: later than the deadline's if it runs on, null if there is nothing to wait for any more. */
    @Nullable
    Instant of(Deadline deadline);
}
