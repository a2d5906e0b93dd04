package io.dianmai.kpi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.kpi.History;
import io.dianmai.kpi.counter.Counter;
import io.dianmai.kpi.counter.CounterMapping;
import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.Posting;
import io.dianmai.kpi.counter.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of explanations: the events of all pages add up to the counter, however they were delivered. */
class EventPagesTests {
    private static final Instant NOON = Instant.parse("2026-02-20T04:00:00Z");
    private static final List<String> STORES = List.of("S0", "S1", "S2");
    private static final Set<Counter> COUNTERS =
            EnumSet.of(Counter.ORDERS, Counter.REPAIR_REVENUE, Counter.FOLLOW_UPS_OVERDUE, Counter.COMPLAINTS_CLOSED);

    private final JournalBook book = new JournalBook();

    @AfterEach
    void close() {
        book.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void allPagesAddUpToTheCounters(long seed) {
        Random random = new Random(seed);
        List<Envelope<EventData>> events = history(random);
        deliver(events, random);
        var march = new EventPages.Wanted(
                STORES, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), EnumSet.copyOf(COUNTERS), null);

        List<Entry> all = book.pages(march, 1 + random.nextInt(20));

        for (Counter counter : COUNTERS) {
            assertThat(JournalBook.sum(all).getOrDefault(counter, 0L))
                    .as(counter.catalogueName())
                    .isEqualTo(expected(events, march, counter));
        }
        assertThat(JournalBook.sum(all)).containsKey(Counter.ORDERS);
        assertThat(all).doesNotHaveDuplicates();
        assertThat(all)
                .isSortedAccordingTo(
                        Comparator.comparing((Entry entry) -> entry.storeDay().day())
                                .reversed()
                                .thenComparing(entry -> entry.storeDay().storeId())
                                .thenComparing(Entry.NEWEST_FIRST));
    }

    @Test
    void tellsOneValueOfADimension() {
        Random random = new Random(7);
        List<Envelope<EventData>> events = history(random);
        deliver(events, random);
        var ofOne = new EventPages.Wanted(
                List.of("S1"),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                EnumSet.of(Counter.ORDERS),
                new Slice(Dimension.ADVISOR, "A2"));

        List<Entry> all = book.pages(ofOne, 3);

        assertThat(JournalBook.sum(all).get(Counter.ORDERS))
                .isEqualTo(expected(events, ofOne, Counter.ORDERS))
                .isPositive();
        assertThat(all).allMatch(entry -> entry.storeDay().storeId().equals("S1"));
    }

    @Test
    void aPageThatWouldCostTooMuchEndsEarlyAndGoesOn() {
        deliver(
                History.soldLead("S1", "L1", Channel.WEB, "A1", Instant.parse("2020-01-01T04:00:00Z"))
                        .events(),
                new Random(1));
        var tenYears = new EventPages.Wanted(
                STORES,
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2029, 12, 31),
                EnumSet.of(Counter.LEADS_REGISTERED),
                null);

        EventPages.EntryPage first = book.pages.page(tenYears, null, 50);

        assertThat(first.entries()).isEmpty();
        assertThat(first.next()).isNotNull();
        assertThat(book.pages(tenYears, 50)).hasSize(1);
    }

    @Test
    void aCursorFromElsewhereIsNone() {
        assertThat(ExplainCursor.parse("nowhere")).isEmpty();
        assertThat(ExplainCursor.parse("")).isEmpty();
        assertThat(ExplainCursor.parse("%%%")).isEmpty();
    }

    /** Two instances, batches of any size, the same batch again, and events that were sent twice. */
    private void deliver(List<Envelope<EventData>> events, Random random) {
        Telling topics = new Telling();
        for (int i = 0; i < events.size(); i++) {
            topics.tell(events.get(i));
            if (random.nextInt(5) == 0) {
                topics.tell(events.get(random.nextInt(i + 1)));
            }
        }
        List<JournalListener> instances = List.of(book.instance(), book.instance());
        List<ConsumerRecord<byte[], byte[]>> records = topics.records();
        for (int from = 0; from < records.size(); ) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(60));
            List<ConsumerRecord<byte[], byte[]>> batch = records.subList(from, to);
            instances.get(random.nextInt(2)).onMessage(batch);
            if (random.nextInt(3) == 0) {
                instances.get(random.nextInt(2)).onMessage(batch.subList(batch.size() / 2, batch.size()));
            }
            from = to;
        }
    }

    private static long expected(List<Envelope<EventData>> events, EventPages.Wanted wanted, Counter counter) {
        long sum = 0;
        Set<String> seen = new HashSet<>();
        for (Envelope<EventData> event : events) {
            if (!seen.add(event.id()) || !wanted.storeIds().contains(event.storeId())) {
                continue;
            }
            for (Posting posting : CounterMapping.postings(event, JournalBook.SHANGHAI)) {
                LocalDate day = LocalDate.ofInstant(posting.at(), JournalBook.SHANGHAI);
                boolean within = !day.isBefore(wanted.firstDay()) && !day.isAfter(wanted.lastDay());
                boolean sliced = wanted.slice() == null || posting.slices().contains(wanted.slice());
                sum += within && sliced ? posting.amounts().getOrDefault(counter, 0L) : 0;
            }
        }
        return sum;
    }

    private static List<Envelope<EventData>> history(Random random) {
        List<Envelope<EventData>> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String store = STORES.get(random.nextInt(STORES.size()));
            Instant start = NOON.plus(Duration.ofMinutes(random.nextInt(50_000)));
            events.addAll(History.soldLead(store, "L" + i, Channel.WEB, "A" + random.nextInt(4), start)
                    .events());
            events.addAll(History.lapsedTask(store, "P" + i, "T" + i, start).events());
            events.addAll(
                    History.repairedCar(store, "R" + i, JobKind.ACCIDENT, start).events());
            events.addAll(History.complaint(store, "C" + i, start).events());
        }
        return events;
    }
}
