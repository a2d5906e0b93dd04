package io.dianmai.kpi.clock;

import org.jspecify.annotations.Nullable;

/**
 * What an event says of one clock.
 *
 * @param unlessRuns id of a deadline: while that one runs, this is not said; null for always
 */
record Heard(
        String deadlineId,
        String storeId,
        ClockFact fact,
        @Nullable String unlessRuns) {}
