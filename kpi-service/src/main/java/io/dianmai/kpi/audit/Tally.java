package io.dianmai.kpi.audit;

import io.dianmai.kpi.counter.Counter;
import io.dianmai.kpi.counter.Posting;
import io.dianmai.kpi.counter.Slice;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One row, summed up the plain way. */
final class Tally {
    static final String TOTAL = "";

    /** By place (the whole store, or {@code advisor=A1}) and counter; zeros are taken out at the end. */
    private final Map<String, Map<String, Long>> amounts = new TreeMap<>();

    private long revision;

    void add(Posting posting, boolean sliced, Predicate<Counter> wanted) {
        revision++;
        posting.amounts().forEach((counter, amount) -> {
            if (wanted.test(counter)) {
                add(TOTAL, counter, amount);
                if (sliced) {
                    posting.slices().forEach(slice -> add(place(slice), counter, amount));
                }
            }
        });
    }

    private void add(String place, Counter counter, long amount) {
        amounts.computeIfAbsent(place, _ -> new TreeMap<>()).merge(counter.catalogueName(), amount, Long::sum);
    }

    private static String place(Slice slice) {
        return place(slice.dimension().wireName(), slice.value());
    }

    static String place(String dimension, String value) {
        return dimension + '=' + value;
    }

    /** How many postings are in it. */
    long revision() {
        return revision;
    }

    Map<String, Map<String, Long>> amounts() {
        return amounts;
    }
}
