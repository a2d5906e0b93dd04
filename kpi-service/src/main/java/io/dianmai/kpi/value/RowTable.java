package io.dianmai.kpi.value;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What rows say, by store, row and counter; zero where no row was ever written. */
final class RowTable {
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, Integer> counters = new HashMap<>();
    private final Map<String, long[]> byStore = new HashMap<>();

    RowTable(Collection<String> rows, Collection<String> counters) {
        rows.forEach(row -> this.rows.putIfAbsent(row, this.rows.size()));
        counters.forEach(counter -> this.counters.putIfAbsent(counter, this.counters.size()));
    }

    void add(String storeId, String row, String counter, long amount) {
        Integer at = rows.get(row);
        Integer which = counters.get(counter);
        if (at != null && which != null) {
            byStore.computeIfAbsent(storeId, _ -> new long[rows.size() * counters.size()])[
                    at * counters.size() + which] += amount;
        }
    }

    /** The stores of which there is a row. */
    Set<String> stores() {
        return byStore.keySet();
    }

    long sum(String storeId, Collection<String> over, String counter) {
        long[] amounts = byStore.get(storeId);
        Integer which = counters.get(counter);
        if (amounts == null || which == null) {
            return 0;
        }
        long sum = 0;
        for (String row : over) {
            Integer at = rows.get(row);
            sum += at == null ? 0 : amounts[at * counters.size() + which];
        }
        return sum;
    }
}
