package io.dianmai.kpi.journal;

import io.dianmai.contracts.Envelope;
import io.dianmai.kpi.counter.Counter;
import io.dianmai.kpi.counter.Posting;
import io.dianmai.kpi.counter.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * 凭证: one posting of one event, as the journal keeps it.
 *
 * @param storeDay the store and the business day that it counts for
 * @param eventId the CloudEvents id
 * @param subject the aggregate
 * @param time when the event happened
 * @param recordedTime when the platform accepted the fact behind it
 * @param at the instant that it counts for: the event's own time, or for a correction that of the original
 * @param restated whether that is another day than the event's own
 * @param slices the dimension values that it also counts for
 */
record Entry(
        StoreDay storeDay,
        Position position,
        String eventId,
        String type,
        String subject,
        long sequence,
        Instant time,
        Instant recordedTime,
        Instant at,
        boolean restated,
        Map<Counter, Long> amounts,
        List<Slice> slices) {

    /** Within a day of a store: newest first, and the same at every reading. */
    static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparing(Entry::rank).reversed();

    /** Its place in time among the entries of its day. */
    record Rank(Instant at, Position position) implements Comparable<Rank> {
        private static final Comparator<Rank> ORDER =
                Comparator.comparing(Rank::at).thenComparing(Rank::position);

        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }
    }

    static Entry of(Envelope<?> event, Posting posting, Position position, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(posting.at(), zone);
        return new Entry(
                new StoreDay(event.storeId(), day),
                position,
                event.id(),
                event.type(),
                event.aggregateId(),
                event.sequence(),
                event.time(),
                event.recordedTime(),
                posting.at(),
                !day.equals(LocalDate.ofInstant(event.time(), zone)),
                posting.amounts(),
                posting.slices());
    }

    Rank rank() {
        return new Rank(at, position);
    }

    /** The document that holds it. */
    String bucketId() {
        return storeDay.toString() + '|' + position.bucket();
    }
}
