package io.dianmai.kpi.journal;

import io.dianmai.kpi.counter.Counter;
import io.dianmai.kpi.counter.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Pages of entries: from the last day to the first, within a day by store, within a store's day newest first. Reads no
 * further than a page needs; a page that would cost too many documents ends early and says where the next goes on.
 */
@Component
class EventPages {
    private static final int DAYS_PER_QUERY = 250;
    /** Days of stores looked at for one page. */
    private static final int MOST_DAYS = 5_000;
    /** Buckets read for one page, or the whole of one day of one store. */
    private static final int MOST_BUCKETS = 1_000;

    private final Journal journal;

    EventPages(Journal journal) {
        this.journal = journal;
    }

    /**
     * What is asked for.
     *
     * @param storeIds in order
     * @param counters entries that move any of these
     * @param slice entries that also count for this one
     */
    record Wanted(
            List<String> storeIds,
            LocalDate firstDay,
            LocalDate lastDay,
            Set<Counter> counters,
            @Nullable Slice slice) {

        boolean contains(Entry entry) {
            return (slice == null || entry.slices().contains(slice))
                    && entry.amounts().keySet().stream().anyMatch(counters::contains);
        }

        /** Days of stores in the order of pages, from the cursor on. */
        Iterator<StoreDay> from(@Nullable ExplainCursor cursor) {
            LocalDate start = cursor == null || cursor.day().isAfter(lastDay) ? lastDay : cursor.day();
            Stream<LocalDate> days = Stream.iterate(start, day -> !day.isBefore(firstDay), day -> day.minusDays(1));
            return days.flatMap(day -> storeIds.stream()
                            .filter(store -> cursor == null
                                    || !day.equals(cursor.day())
                                    || store.compareTo(cursor.storeId()) >= 0)
                            .map(store -> new StoreDay(store, day)))
                    .iterator();
        }
    }

    /**
     * A page.
     *
     * @param next null on the last one
     */
    record EntryPage(List<Entry> entries, @Nullable ExplainCursor next) {}

    EntryPage page(Wanted wanted, @Nullable ExplainCursor cursor, int limit) {
        List<Entry> found = new ArrayList<>();
        Iterator<StoreDay> days = wanted.from(cursor);
        int daysLeft = MOST_DAYS;
        int bucketsLeft = MOST_BUCKETS;
        while (days.hasNext()) {
            List<StoreDay> some = next(days, DAYS_PER_QUERY);
            Map<StoreDay, List<String>> buckets = journal.buckets(some);
            for (StoreDay day : some) {
                if (daysLeft == 0 || bucketsLeft <= 0) {
                    return new EntryPage(found, ExplainCursor.at(day));
                }
                List<String> ofDay = buckets.getOrDefault(day, List.of());
                found.addAll(newest(day, ofDay, wanted, cursor, limit + 1 - found.size()));
                if (found.size() > limit) {
                    List<Entry> shown = found.subList(0, limit);
                    return new EntryPage(List.copyOf(shown), ExplainCursor.after(shown.getLast()));
                }
                daysLeft--;
                bucketsLeft -= ofDay.size();
            }
        }
        return new EntryPage(found, null);
    }

    private static List<StoreDay> next(Iterator<StoreDay> days, int most) {
        List<StoreDay> some = new ArrayList<>();
        while (some.size() < most && days.hasNext()) {
            some.add(days.next());
        }
        return some;
    }

    /** The newest of a store's day that the pages before have not shown; keeps no more of them than it returns. */
    private List<Entry> newest(
            StoreDay day, List<String> buckets, Wanted wanted, @Nullable ExplainCursor cursor, int most) {
        PriorityQueue<Entry> best = new PriorityQueue<>(Entry.NEWEST_FIRST.reversed());
        journal.read(day, buckets, entry -> {
            if (wanted.contains(entry) && !isShown(entry, cursor)) {
                best.add(entry);
                if (best.size() > most) {
                    best.remove();
                }
            }
        });
        return best.stream().sorted(Entry.NEWEST_FIRST).toList();
    }

    private static boolean isShown(Entry entry, @Nullable ExplainCursor cursor) {
        return cursor != null
                && cursor.after() != null
                && entry.storeDay().equals(new StoreDay(cursor.storeId(), cursor.day()))
                && entry.rank().compareTo(cursor.after()) >= 0;
    }
}
