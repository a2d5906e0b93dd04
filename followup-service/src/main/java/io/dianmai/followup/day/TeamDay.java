package io.dianmai.followup.day;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the advisors of a store, or of one of its teams, have before them.
 *
 * @param total of all of them
 * @param advisors those with the most overdue first
 * @param worst what is overdue the longest
 */
record TeamDay(
        String storeId,
        @Nullable String teamId,
        Instant asOf,
        DayCounts total,
        List<OfAdvisor> advisors,
        List<DayTask> worst) {

    /**
     * One advisor.
     *
     * @param name as the registry has it
     */
    record OfAdvisor(
            String advisorId, String name, @Nullable String teamId, DayCounts counts) {}
}
