package io.dianmai.kpi.counter;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The counters of one store and period: for the store as a whole, and for each dimension value. Changes in place.
 */
public final class Row {
    private final Counts totals;
    private final Map<Slice, Counts> slices;
    private long revision;
    private long heardToMillis;

    Row() {
        this(0, 0, new Counts(), new HashMap<>());
    }

    Row(long revision, long heardToMillis, Counts totals, Map<Slice, Counts> slices) {
        this.revision = revision;
        this.heardToMillis = heardToMillis;
        this.totals = totals;
        this.slices = slices;
    }

    /** Adds what an event posts, for the store and for these dimension values. */
    void add(List<Slice> values, Counts posted, Instant recordedTime) {
        totals.add(posted);
        for (Slice value : values) {
            slices.computeIfAbsent(value, _ -> new Counts()).add(posted);
        }
        revision++;
        heardToMillis = Math.max(heardToMillis, recordedTime.toEpochMilli());
    }

    /** How many postings are in it. */
    long revision() {
        return revision;
    }

    /** When the platform accepted the newest fact that is in it. */
    long heardToMillis() {
        return heardToMillis;
    }

    Counts totals() {
        return totals;
    }

    Map<Slice, Counts> slices() {
        return slices;
    }
}
