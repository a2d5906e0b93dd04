package io.dianmai.kpi.audit;

import io.dianmai.kpi.counter.RowKey;
import io.dianmai.kpi.value.LiveRows.LiveRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Live rows beside a recount: a row that is missing is one of zeros. */
final class Comparison {
    private static final String REVISION = "revision";

    private Comparison() {}

    static List<Difference> of(Recount recount, Collection<RowKey> keys, Collection<LiveRow> live) {
        Map<String, LiveRow> byPeriod = live.stream().collect(Collectors.toMap(LiveRow::period, Function.identity()));
        List<Difference> differences = new ArrayList<>();
        for (RowKey key : keys) {
            LiveRow row = byPeriod.getOrDefault(key.period(), new LiveRow(key.period(), 0, Map.of(), List.of()));
            compare(row, recount.tally(key.period()), differences);
        }
        return differences;
    }

    private static void compare(LiveRow row, Tally tally, List<Difference> differences) {
        if (row.revision() != tally.revision()) {
            differences.add(new Difference(row.period(), null, REVISION, row.revision(), tally.revision()));
        }
        Map<String, Map<String, Long>> live = amounts(row);
        Map<String, Map<String, Long>> recomputed = tally.amounts();
        for (String place : union(live.keySet(), recomputed.keySet())) {
            Map<String, Long> one = live.getOrDefault(place, Map.of());
            Map<String, Long> other = recomputed.getOrDefault(place, Map.of());
            for (String counter : union(one.keySet(), other.keySet())) {
                long is = one.getOrDefault(counter, 0L);
                long should = other.getOrDefault(counter, 0L);
                if (is != should) {
                    String slice = place.equals(Tally.TOTAL) ? null : place;
                    differences.add(new Difference(row.period(), slice, counter, is, should));
                }
            }
        }
    }

    private static Map<String, Map<String, Long>> amounts(LiveRow row) {
        Map<String, Map<String, Long>> amounts = new TreeMap<>();
        amounts.put(Tally.TOTAL, row.totals());
        row.slices().forEach(slice -> amounts.put(Tally.place(slice.dimension(), slice.value()), slice.counters()));
        return amounts;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }
}
