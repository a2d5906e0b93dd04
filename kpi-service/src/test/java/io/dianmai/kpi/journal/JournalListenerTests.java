package io.dianmai.kpi.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.kit.test.MutableClock;
import io.dianmai.kpi.History;
import io.dianmai.kpi.counter.Counter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalListenerTests {
    private static final Instant START = Instant.parse("2026-03-10T04:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private final JournalBook book = new JournalBook();
    private final Telling topics = new Telling();

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void entersWhatEachEventAdds() {
        Envelope<EventData> registered = lead("L1").events().getFirst();
        book.instance().onMessage(topics.tell(List.of(registered)).records());

        assertThat(book.of("S1", DAY)).singleElement().satisfies(entry -> {
            assertThat(entry.eventId()).isEqualTo(registered.id());
            assertThat(entry.type()).isEqualTo("dianmai.lead.registered.v1");
            assertThat(entry.subject()).isEqualTo("L1");
            assertThat(entry.sequence()).isEqualTo(1);
            assertThat(entry.time()).isEqualTo(START);
            assertThat(entry.at()).isEqualTo(START);
            assertThat(entry.restated()).isFalse();
            assertThat(entry.amounts())
                    .containsEntry(Counter.LEADS_REGISTERED, 1L)
                    .containsEntry(Counter.WEB_LEADS_REGISTERED, 1L);
            assertThat(entry.slices()).isNotEmpty();
            assertThat(entry.position()).isEqualTo(new Position("lead-events", 0, 0, 0));
        });
    }

    @Test
    void aBatchThatComesAgainChangesNothing() {
        List<ConsumerRecord<byte[], byte[]>> batch =
                topics.tell(lead("L1").events()).records();
        book.instance().onMessage(batch);
        List<Entry> once = book.of("S1", DAY);

        book.instance().onMessage(batch);
        book.instance().onMessage(batch.subList(1, 3));

        assertThat(book.of("S1", DAY)).isEqualTo(once).isNotEmpty();
        assertThat(events("repeated")).isEqualTo(batch.size() + 2);
    }

    @Test
    void anEventThatWasSentAgainIsOneEntry() {
        List<Envelope<EventData>> events = lead("L1").events();
        topics.tell(events);
        topics.tell(events);
        book.instance().onMessage(topics.records().subList(0, 8));
        book.instance().onMessage(topics.records().subList(8, 12));

        assertThat(book.of("S1", DAY))
                .extracting(Entry::eventId)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void aCrashBetweenEntriesAndWhatWasHeardIsMadeGood() {
        List<ConsumerRecord<byte[], byte[]>> batch =
                topics.tell(lead("L1").events()).records();
        book.instance().onMessage(batch);
        List<Entry> once = book.of("S1", DAY);
        book.forget();

        book.instance().onMessage(batch);

        assertThat(book.of("S1", DAY)).isEqualTo(once);
    }

    @Test
    void dropsWhatTheEngineDrops() {
        List<Envelope<EventData>> events = lead("L1").events();
        topics.tell(List.of(events.get(0), events.get(2), events.get(1)));
        book.instance().onMessage(topics.records());

        List<Entry> entries = book.of("S1", DAY);
        assertThat(entries)
                .extracting(Entry::eventId)
                .doesNotContain(events.get(1).id());
        assertThat(JournalBook.sum(entries))
                .doesNotContainKey(Counter.LEADS_VISITED)
                .containsEntry(Counter.EVENTS_MISSING, 1L);
    }

    @Test
    void aCorrectionRestatesTheDayOfTheOriginal() {
        var ordered =
                new LeadOrdered(History.dimensions(Channel.WEB, "A1"), "O1", 20_000_000, 500_000, true, 3, null, null);
        Instant later = START.plus(Duration.ofDays(5));
        List<Envelope<EventData>> events = History.of("S1", "L1")
                .then(START, ordered)
                .then(later, new LeadOrderCancelled(ordered.dimensions(), "O1", START, ordered, null))
                .events();
        book.instance().onMessage(topics.tell(events).records());

        List<Entry> entries = book.of("S1", DAY);
        assertThat(entries).hasSize(2);
        assertThat(JournalBook.sum(entries)).isEmpty();
        assertThat(entries).filteredOn(Entry::restated).singleElement().satisfies(entry -> {
            assertThat(entry.time()).isEqualTo(later);
            assertThat(entry.at()).isEqualTo(START);
        });
        assertThat(book.of("S1", DAY.plusDays(5))).isEmpty();
    }

    @Test
    void passesOverWhatIsNoEvent() {
        ConsumerRecord<byte[], byte[]> good = topics.tell(lead("L1").events().getFirst());
        var garbage = new ConsumerRecord<>("lead-events", 0, 7, good.key(), new byte[] {1, 2});
        book.instance().onMessage(List.of(garbage, good));

        assertThat(book.of("S1", DAY)).hasSize(1);
        assertThat(events("passed-over")).isEqualTo(1);
        assertThat(events("entered")).isEqualTo(1);
    }

    @Test
    void waitsAWhileForAStoreThatTheRegistryHasNotNamed() {
        MutableClock clock = new MutableClock(START);
        PatientZones zones = new PatientZones(_ -> Optional.empty(), clock);
        assertThatExceptionOfType(PatientZones.StoreNotYetKnown.class).isThrownBy(() -> zones.of("S9"));
        clock.advance(PatientZones.PATIENCE.minusMillis(1));
        assertThatExceptionOfType(PatientZones.StoreNotYetKnown.class).isThrownBy(() -> zones.of("S9"));
        clock.advance(Duration.ofMillis(1));
        assertThat(zones.of("S9")).isEqualTo(JournalBook.SHANGHAI);
    }

    private double events(String outcome) {
        return book.meters
                .get("dianmai.kpi.journal")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static History lead(String id) {
        return History.soldLead("S1", id, Channel.WEB, "A1", START);
    }
}
