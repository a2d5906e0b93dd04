package io.dianmai.kpi.counter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The counters of one store and period: for the store as a whole, and for each dimension value. Changes in place.
 * Arrays are indexed by the counters' codes.
 */
final class Row {
    private final long[] totals;
    private final Map<Slice, long[]> slices;
    private long revision;
    private long heardToMillis;

    Row() {
        this(0, 0, new long[Counter.SLOTS], new LinkedHashMap<>());
    }

    Row(long revision, long heardToMillis, long[] totals, Map<Slice, long[]> slices) {
        this.revision = revision;
        this.heardToMillis = heardToMillis;
        this.totals = totals;
        this.slices = slices;
    }

    /** Adds what an event posts. */
    void add(Posting posting, Instant recordedTime) {
        add(totals, posting);
        for (Slice slice : posting.slices()) {
            add(slices.computeIfAbsent(slice, _ -> new long[Counter.SLOTS]), posting);
        }
        revision++;
        heardToMillis = Math.max(heardToMillis, recordedTime.toEpochMilli());
    }

    private static void add(long[] counters, Posting posting) {
        posting.amounts().forEach((counter, amount) -> counters[counter.code()] += amount);
    }

    /** How many postings are in it. */
    long revision() {
        return revision;
    }

    /** When the platform accepted the newest fact that is in it. */
    long heardToMillis() {
        return heardToMillis;
    }

    long[] totals() {
        return totals;
    }

    Map<Slice, long[]> slices() {
        return slices;
    }

    RowSnapshot snapshot(RowKey key) {
        List<RowSnapshot.SliceCounters> cut = new ArrayList<>(slices.size());
        slices.forEach((slice, counters) ->
                cut.add(new RowSnapshot.SliceCounters(slice.dimension().wireName(), slice.value(), named(counters))));
        return new RowSnapshot(
                key.storeId(), key.period(), revision, Instant.ofEpochMilli(heardToMillis), named(totals), cut);
    }

    private static Map<String, Long> named(long[] counters) {
        Map<String, Long> named = new LinkedHashMap<>();
        for (Counter counter : Counter.values()) {
            long amount = counters[counter.code()];
            if (amount != 0) {
                named.put(counter.catalogueName(), amount);
            }
        }
        return named;
    }
}
