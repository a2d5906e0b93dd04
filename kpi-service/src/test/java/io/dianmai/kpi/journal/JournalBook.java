package io.dianmai.kpi.journal;

import io.dianmai.kpi.MemoryStore;
import io.dianmai.kpi.counter.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A journal in the embedded store, with as many listeners as there are instances. */
final class JournalBook implements AutoCloseable {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final MemoryStore store = new MemoryStore();
    final Journal journal = new Journal(store.mongo());
    final HeardByJournal heard = new HeardByJournal(store.mongo());
    final EventPages pages = new EventPages(journal);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    JournalListener instance() {
        PatientZones zones = new PatientZones(_ -> Optional.of(SHANGHAI), Clock.systemUTC());
        return new JournalListener(journal, heard, zones, meters);
    }

    List<Entry> of(String storeId, LocalDate day) {
        StoreDay storeDay = new StoreDay(storeId, day);
        List<Entry> entries = new ArrayList<>();
        journal.read(storeDay, journal.buckets(List.of(storeDay)).getOrDefault(storeDay, List.of()), entries::add);
        entries.sort(Entry.NEWEST_FIRST);
        return entries;
    }

    /** As after a crash before it was written what was heard. */
    void forget() {
        store.mongo().dropCollection("kpi_journal_heard");
    }

    /** All pages of a question, one after the other. */
    List<Entry> pages(EventPages.Wanted wanted, int limit) {
        List<Entry> all = new ArrayList<>();
        ExplainCursor cursor = null;
        do {
            EventPages.EntryPage page = pages.page(wanted, cursor, limit);
            all.addAll(page.entries());
            cursor = throughText(page.next());
        } while (cursor != null);
        return all;
    }

    private static @Nullable ExplainCursor throughText(@Nullable ExplainCursor cursor) {
        return cursor == null ? null : ExplainCursor.parse(cursor.text()).orElseThrow();
    }

    static Map<Counter, Long> sum(List<Entry> entries) {
        Map<Counter, Long> sum = new EnumMap<>(Counter.class);
        entries.forEach(entry -> entry.amounts().forEach((counter, amount) -> sum.merge(counter, amount, Long::sum)));
        sum.values().removeIf(amount -> amount == 0);
        return sum;
    }

    @Override
    public void close() {
        store.close();
    }
}
