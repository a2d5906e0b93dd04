package io.dianmai.bench.queries;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.kpi.counter.Counter;
import io.dianmai.kpi.counter.RowSnapshot;
import io.dianmai.kpi.counter.RowSnapshot.SliceCounters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Rows as full as those of a busy store: every counter in the totals, slices for staff, teams, channels and models. */
final class SampleRows {
    private static final List<String> COUNTERS =
            Arrays.stream(Counter.values()).map(Counter::catalogueName).toList();
    private static final int STAFF = 8;
    private static final int TEAMS = 2;
    private static final int MODELS = 8;

    private final SplittableRandom random = new SplittableRandom(1);
    private final Instant heardTo;

    SampleRows(Instant heardTo) {
        this.heardTo = heardTo;
    }

    /**
     * A row.
     *
     * @param perSlice how many counters each slice has
     * @param sliced whether it has slices at all
     */
    RowSnapshot row(String store, String period, int perSlice, boolean sliced) {
        List<SliceCounters> slices = sliced ? slices(store, perSlice) : List.of();
        return new RowSnapshot(store, period, 1 + random.nextInt(100), heardTo, counters(COUNTERS.size()), slices);
    }

    private List<SliceCounters> slices(String store, int perSlice) {
        List<SliceCounters> slices = new ArrayList<>();
        for (int number = 0; number < STAFF; number++) {
            slices.add(new SliceCounters("advisor", store + "-C" + number, counters(perSlice)));
        }
        for (int number = 0; number < TEAMS; number++) {
            slices.add(new SliceCounters("team", store + "-T" + number, counters(perSlice)));
        }
        for (int number = 0; number < MODELS; number++) {
            slices.add(new SliceCounters("model", "M" + number, counters(perSlice)));
        }
        for (Channel channel : Channel.values()) {
            slices.add(new SliceCounters("channel", channel.name(), counters(perSlice)));
        }
        return slices;
    }

    private Map<String, Long> counters(int count) {
        int first = count == COUNTERS.size() ? 0 : random.nextInt(COUNTERS.size() - count);
        Map<String, Long> counters = new LinkedHashMap<>();
        COUNTERS.subList(first, first + count).forEach(name -> counters.put(name, 1L + random.nextInt(500)));
        return counters;
    }
}
