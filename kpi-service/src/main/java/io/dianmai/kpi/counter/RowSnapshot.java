package io.dianmai.kpi.counter;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A row as it leaves for {@code kpi-rows}: JSON, absolute values, zeros left out.
 *
 * @param period see {@link RowKey}
 * @param revision how many postings are in it; an event may post to a row more than once
 * @param heardTo when the platform accepted the newest fact that is in it
 * @param totals counters of the store as a whole, by catalogue name
 * @param slices the same for each dimension value
 */
public record RowSnapshot(
        String storeId,
        String period,
        long revision,
        Instant heardTo,
        Map<String, Long> totals,
        List<SliceCounters> slices) {

    /** The counters of one dimension value. */
    public record SliceCounters(String dimension, String value, Map<String, Long> counters) {}
}
